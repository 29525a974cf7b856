import { expect, it } from 'vitest'

import { sketch } from '../../import/testing/sketch.ts'
import type { Block } from '../../lesson/content/block.ts'
import { withoutRefused } from './withoutRefused.ts'

const image = (media: string, alt = '', caption = ''): Block => ({ type: 'image', media, alt, caption })
const stored = new Map(['a.png', 'b.png'].map((path) => [path, { id: path, kind: 'image' as const }]))
const left = (...blocks: Block[]) => sketch(withoutRefused(blocks, stored))

it('should keep the words of files that were refused, or their names', () => {
  expect(
    left(image('a.png', 'A'), image('x/no.png', 'B', 'C'), image('x/no.png', 'B'), image('x/no.png')),
  ).toEqual([...['image a.png "A" ""', 'C', 'B', 'no.png']])
  expect(
    left({ type: 'file', media: 'no.pdf', caption: 'More' }, { type: 'video', media: 'no.mp4', caption: '' }),
  ).toEqual([...['More', 'no.mp4']])
})

it('should find them in albums and frames', () => {
  const album = (...names: string[]): Block => ({
    ...{ type: 'album', layout: 'collage', caption: 'All' },
    items: names.map((media) => ({ media, alt: media })),
  })
  expect(left(album('a.png', 'no.png', 'b.png'))).toEqual(['album a.png b.png "All"', 'no.png'])
  expect(left(album('a.png', 'no.png'))).toEqual(['image a.png "a.png" "All"', 'no.png'])
  expect(left(album('no.png'))).toEqual(['All', 'no.png'])
  expect(left({ type: 'callout', kind: 'tip', title: 'T', blocks: [image('no.png', 'B')] })).toEqual([
    'callout(tip) T',
    '  B',
  ])
})
