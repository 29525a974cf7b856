import { describe, expect, it } from 'vitest'

import type { Block } from '../../lesson/content/block.ts'
import { sketch } from '../testing/sketch.ts'
import { fitBlocks } from './fitBlocks.ts'

const fit = (...blocks: Block[]) => sketch(fitBlocks(blocks))
const image = (alt: string, caption = ''): Block => ({ type: 'image', media: 'x.png', alt, caption })
const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text, marks: [] }] })
const long = (length: number) => 'a'.repeat(length)

describe('fitBlocks', () => {
  it('should say a long description of a picture as its caption, and a longer one below it', () => {
    expect(fit(image(long(300)))).toEqual([`image x.png "${long(300)}" ""`])
    expect(fit(image(long(301)))).toEqual([`image x.png "${long(300)}" "${long(301)}"`])
    expect(fit(image(long(400), 'b'))).toEqual([`image x.png "${long(300)}" "${long(400)} — b"`])
    expect(fit(image(long(1025)))).toEqual([`image x.png "${long(300)}" ""`, long(1025)])
    expect(fit({ type: 'video', media: 'x.mp4', caption: long(1025) })).toEqual([
      'video x.mp4 ""',
      long(1025),
    ])
  })

  it('should make several albums of one that is too large', () => {
    const items = Array.from({ length: 51 }, (_, index) => ({ media: `${index}`, alt: '' }))
    const albums = fitBlocks([{ type: 'album', layout: 'collage', items, caption: 'c' }])
    expect(albums.map((album) => album.type === 'album' && [album.items.length, album.caption])).toEqual([
      [50, 'c'],
      [1, ''],
    ])
    const tight = fit({
      type: 'album',
      layout: 'collage',
      items: [{ media: 'a', alt: long(301) }],
      caption: 'c',
    })
    expect(tight).toEqual(['album a ""', 'c', long(301)])
  })

  it('should leave out what is empty, but not an empty quiz', () => {
    expect(
      fit(
        { type: 'paragraph', content: [] },
        { type: 'code', language: 'r', code: ' \n' },
        { type: 'math', latex: ' ' },
        { type: 'paragraph', content: [{ type: 'math', latex: '' }] },
        { type: 'callout', kind: 'tip', title: '', blocks: [] },
        { type: 'code', language: 'quiz', code: '' },
      ),
    ).toEqual(['code(quiz) '])
  })

  it('should show a frame around nothing as its title', () => {
    expect(fit({ type: 'callout', kind: 'tip', title: 'T', blocks: [] })).toEqual(['*T*'])
    expect(
      fit({ type: 'details', summary: 'S', isOpen: true, blocks: [{ type: 'math', latex: '' }] }),
    ).toEqual(['*S*'])
  })

  it('should say a title that is too long within its frame', () => {
    const name = long(301)
    expect(fit({ type: 'callout', kind: 'tip', title: name, blocks: [line('b')] })).toEqual([
      'callout(tip) ',
      `  *${name}*`,
      '  b',
    ])
    expect(fit({ type: 'details', summary: name, isOpen: false, blocks: [line('b')] })).toEqual([
      `details ${name.slice(0, 299)}…`,
      `  *${name}*`,
      '  b',
    ])
  })

  it('should show formulas that are too long as their source', () => {
    expect(fit({ type: 'math', latex: long(4001) })).toEqual([`code(latex) ${long(4001)}`])
    expect(fit({ type: 'paragraph', content: [{ type: 'math', latex: long(1001) }] })).toEqual([
      `\`${long(1001)}\``,
    ])
  })

  it('should show a link with a long address or title as a link', () => {
    expect(fit({ type: 'embed', url: 'https://a.example', title: long(201) })).toEqual([
      `[${long(201)}](https://a.example)`,
    ])
    const url = `https://a.example/${long(2048)}`
    expect(fit({ type: 'embed', url, title: '' })).toEqual([`[${url}](${url})`])
  })

  it('should leave everything else as it is', () => {
    const blocks: Block[] = [
      line('a'),
      image('b', 'c'),
      { type: 'divider' },
      { type: 'code', language: 'r', code: 'd' },
    ]
    expect(fitBlocks(blocks)).toEqual(blocks)
  })
})
