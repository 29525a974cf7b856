import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { richTexts } from '../../testing/richTexts.ts'
import { stylesByCharacter } from '../../testing/stylesByCharacter.ts'
import { textProblems } from '../../testing/textProblems.ts'
import { normalizeEntities } from './normalizeEntities.ts'
import type { TextEntity } from './richText.ts'

const entity = (
  type: 'bold' | 'italic' | 'code' | 'blockquote',
  offset: number,
  length: number,
): TextEntity => ({
  type,
  offset,
  length,
})
const normalized = (text: string, ...entities: TextEntity[]) => normalizeEntities({ text, entities }).entities

describe('normalizeEntities', () => {
  it('should merge equal neighbours', () => {
    expect(normalized('ab cd', entity('bold', 0, 2), entity('bold', 2, 3))).toEqual([entity('bold', 0, 5)])
  })

  it('should cut one of two that overlap', () => {
    expect(normalized('abcdef', entity('bold', 0, 4), entity('italic', 2, 4))).toEqual([
      entity('bold', 0, 4),
      entity('italic', 2, 2),
      entity('italic', 4, 2),
    ])
  })

  it('should put the outer before the inner', () => {
    expect(normalized('abcd', entity('italic', 0, 2), entity('bold', 0, 4))).toEqual([
      entity('bold', 0, 4),
      entity('italic', 0, 2),
    ])
  })

  it('should not cut the longer one of two that begin together', () => {
    expect(normalized('abcd', entity('bold', 0, 2), entity('italic', 0, 4))).toEqual([
      entity('italic', 0, 4),
      entity('bold', 0, 2),
    ])
  })

  it('should take styles out of code, and leave code in quotations', () => {
    const entities = [entity('blockquote', 0, 6), entity('bold', 0, 6), entity('code', 2, 2)]
    expect(normalized('abcdef', ...entities)).toEqual([
      entity('blockquote', 0, 6),
      entity('bold', 0, 2),
      entity('code', 2, 2),
      entity('bold', 4, 2),
    ])
  })

  it('should leave spaces at the edges out', () => {
    expect(normalized('a b  c', entity('bold', 1, 4), entity('italic', 3, 2))).toEqual([entity('bold', 2, 1)])
  })

  it('should make any entities legal, with each character as it was styled', () => {
    const isSeen = (type: TextEntity['type'], all: readonly TextEntity['type'][]) => {
      const sole = (['pre', 'text_link', 'code'] as const).find((one) => all.includes(one))
      if (type === 'blockquote' || type === 'expandable_blockquote' || type === sole) return true
      if (type === 'pre' || type === 'text_link' || type === 'code') return false
      return sole === undefined || sole === 'text_link'
    }
    // Of two links, code blocks or quotations on one character the first one in the text is taken: told apart elsewhere.
    const kindOnly = (styles: [string, string][]) =>
      styles.map(([character, names]) => [
        character,
        [...new Set(names.split(',').map((name) => name.replace('expandable_', '').split(' ')[0]))]
          .sort()
          .join(),
      ])
    fc.assert(
      fc.property(richTexts({ maxRepeats: 1, maxEntities: 12 }), (rich) => {
        const result = normalizeEntities(rich)
        expect(result.text).toBe(rich.text)
        const isOfEntities = (problem: string) => !/^(empty|space at|\d+ )/.test(problem)
        expect(textProblems(result).filter(isOfEntities)).toEqual([])
        expect(kindOnly(stylesByCharacter(result))).toEqual(kindOnly(stylesByCharacter(rich, isSeen)))
        expect(stylesByCharacter(normalizeEntities(result))).toEqual(stylesByCharacter(result))
      }),
      { numRuns: 500 },
    )
  })
})
