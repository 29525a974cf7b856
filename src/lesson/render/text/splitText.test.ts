import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { richTexts } from '../../testing/richTexts.ts'
import { stylesByCharacter } from '../../testing/stylesByCharacter.ts'
import { textProblems } from '../../testing/textProblems.ts'
import { normalizeEntities } from './normalizeEntities.ts'
import { plainText } from './plainText.ts'
import type { TextEntity } from './richText.ts'
import { splitText } from './splitText.ts'

const texts = (text: string) => splitText(plainText(text)).map((part) => part.text)
const words = (count: number, word = 'слово') => `${word} `.repeat(count).trim()

describe('splitText', () => {
  it('should leave a text alone that fits', () => {
    expect(texts('a'.repeat(4096))).toEqual(['a'.repeat(4096)])
    expect(texts('')).toEqual([])
    expect(texts(' \n\u200b')).toEqual([])
  })

  it('should cut between blocks first', () => {
    const blocks = [words(400), words(200), words(300)]
    expect(texts(blocks.join('\n\n'))).toEqual([blocks.slice(0, 2).join('\n\n'), blocks[2]])
  })

  it('should rather cut between blocks than later, between lines', () => {
    const last = Array.from({ length: 9 }, () => words(30)).join('\n')
    expect(texts(`${words(500)}\n\n${last}`)).toEqual([words(500), last])
  })

  it('should not take a blank line in code for the end of a block', () => {
    const code = `${words(500, 'code')}\n\n${words(100, 'then')}\n${words(300, 'last')}`
    const pre: TextEntity = { type: 'pre', offset: 0, length: code.length }
    const parts = splitText({ text: code, entities: [pre] }).map(({ text }) => text)
    expect(parts).toEqual([code.slice(0, code.lastIndexOf('\n')), words(300, 'last')])
  })

  it('should cut between lines when a block is too long', () => {
    const lines = Array.from({ length: 10 }, () => words(100))
    expect(texts(`Начало\n\n${lines.join('\n')}`)).toEqual([
      `Начало\n\n${lines.slice(0, 6).join('\n')}`,
      lines.slice(6).join('\n'),
    ])
  })

  it('should cut after sentences, then between words', () => {
    const sentence = `${words(99)} конец».`
    expect(texts(Array(8).fill(sentence).join(' '))[0]).toBe(Array(6).fill(sentence).join(' '))
    expect(texts(words(1000))[0]).toBe(words(682))
  })

  it('should cut nowhere inside a character that people see', () => {
    const family = '👩‍👩‍👧‍👦'
    const parts = texts(`a${family.repeat(600)}`)
    expect(parts.join('')).toBe(`a${family.repeat(600)}`)
    for (const part of parts.slice(1)) expect(part.startsWith(family)).toBe(true)
    const marks = `👍${'\u0301'.repeat(9000)}`
    expect(texts(marks).join('')).toBe(marks)
    expect(texts('👍'.repeat(3000)).every((part) => part.isWellFormed())).toBe(true)
  })

  it('should keep blank lines and indentation of code across a cut', () => {
    const code = Array.from({ length: 120 }, () => `    ${words(6, 'code')}`).join('\n\n')
    const pre: TextEntity = { type: 'pre', language: 'ts', offset: 0, length: code.length }
    const parts = splitText({ text: code, entities: [pre] })
    expect(parts.length).toBeGreaterThan(1)
    for (const { text, entities } of parts)
      expect([text.startsWith('    code'), entities]).toEqual([true, [{ ...pre, length: text.length }]])
  })

  it('should begin a new message at the hundred and first entity', () => {
    const text = words(250, 'ab')
    const entities = Array.from({ length: 250 }, (_, index): TextEntity => {
      return { type: 'italic', offset: index * 3, length: 2 }
    })
    const parts = splitText({ text, entities })
    expect(parts.map((part) => part.entities.length)).toEqual([100, 100, 50])
    expect(parts.map((part) => part.text).join(' ')).toBe(text)
  })

  it('should make sendable messages that hold every character and style in order', () => {
    fc.assert(
      fc.property(richTexts({ maxRepeats: 60, maxEntities: 150 }), (rich) => {
        const parts = splitText(rich)
        for (const part of parts) expect(textProblems(part)).toEqual([])
        const whole = stylesByCharacter(normalizeEntities(rich))
        if (parts.length > 0) expect(parts.flatMap((part) => stylesByCharacter(part))).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })
})
