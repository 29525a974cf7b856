import { expect, it } from 'vitest'

import { lexical } from '../testing/lexical.ts'
import { checkStepFits } from './checkStepFits.ts'

const { content, paragraph, text } = lexical
const step = (characters: number) => ({
  title: 'Этап',
  content: content(paragraph(text('а'.repeat(characters)))),
})

it('should let steps pass that a chat can show', () => {
  expect(checkStepFits(step(10))).toEqual([])
  expect(checkStepFits(step(19 * 4096))).toEqual([])
  expect(checkStepFits({ title: 'Этап', content: null })).toEqual([])
})

it('should name a step of too many messages', () => {
  expect(checkStepFits(step(20 * 4096))).toEqual([{ code: 'tooManyMessages', count: 21, limit: 20 }])
})

it('should name content that would not be seen', () => {
  const upload = { type: 'upload', value: 'id', relationTo: 'media' }
  const code = { type: 'block', fields: { blockType: 'Code', code: 'a' } }
  const banner = { type: 'block', fields: { blockType: 'Banner' } }
  expect(checkStepFits({ title: 'Этап', content: content(paragraph(upload), code, banner) })).toEqual([
    { code: 'unsupportedContent', kinds: ['Banner', 'upload'] },
  ])
})
