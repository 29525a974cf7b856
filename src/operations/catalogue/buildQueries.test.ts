import { describe, expect, it } from 'vitest'

import { buildQueries } from './buildQueries.ts'

describe('buildQueries', () => {
  it('should want one of each word’s lexemes, in titles and anywhere', () => {
    expect(buildQueries([['one'], ['two', 'twofold']], {})).toEqual({
      named: "('t=one') & ('t=two' | 't=twofold')",
      anywhere: "('one') & ('two' | 'twofold')",
      weighed: "('one' | 'two' | 'twofold')",
    })
  })

  it('should narrow down by kinds, of each any that is asked for', () => {
    expect(buildQueries([['one']], { language: 'ru,en', price: 'free' })).toEqual({
      named: "('t=one') & ('=l:ru' | '=l:en') & ('=p:free')",
      anywhere: "('one') & ('=l:ru' | '=l:en') & ('=p:free')",
      weighed: "('one')",
    })
  })

  it('should want any course of a kind without words, and any at all without kinds', () => {
    expect(buildQueries([], { category: 'music', difficulty: '2' })).toMatchObject({
      named: null,
      anywhere: "('=c:music') & ('=d:2')",
      weighed: null,
    })
    expect(buildQueries([], {}).anywhere).toBe("'='")
  })

  it('should quote what would end a lexeme', () => {
    expect(buildQueries([["it's \\"]], {}).anywhere).toBe("('it''s \\\\')")
  })
})
