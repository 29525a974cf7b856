import { describe, expect, it } from 'vitest'

import { readCatalogueForm } from './readCatalogueForm.ts'

const read = (text: string) => readCatalogueForm(new URLSearchParams(text))

describe('readCatalogueForm', () => {
  it('should take what the form sends, and leave out what nobody filled in', () => {
    const { query, asked } = read('search=stars&category=&language=en&duration=60-300&page=2')
    expect(query).toMatchObject({
      search: 'stars',
      language: 'en',
      durationMin: 60,
      durationMax: 300,
      page: 2,
    })
    expect(query).not.toHaveProperty('category')
    expect(asked.toString()).toBe('search=stars&language=en&duration=60-300&page=2')
  })

  it('should take a length of time that has no end', () => {
    expect(read('duration=1200-').query).toMatchObject({ durationMin: 1200 })
    expect(read('duration=1200-').query).not.toHaveProperty('durationMax')
  })

  it.each([
    ['page=-5', { why: 'unknown', name: 'page', value: '-5' }],
    ['page=abc', { why: 'unknown', name: 'page', value: 'abc' }],
    ['price=nonsense', { why: 'unknown', name: 'price', value: 'nonsense' }],
    ['category=arts,nothing', { why: 'unknown', name: 'category', value: 'arts,nothing' }],
    [`category=${'arts,'.repeat(50)}arts`, { why: 'unknown', name: 'category' }],
    ['difficulty=foo', { why: 'unknown', name: 'difficulty', value: 'foo' }],
    ['language=xx', { why: 'unknown', name: 'language', value: 'xx' }],
    ['currency=euro', { why: 'unknown', name: 'currency', value: 'euro' }],
    ['priceMin=cheap', { why: 'unknown', name: 'priceMin', value: 'cheap' }],
    ['duration=long', { why: 'unknown', name: 'duration', value: 'long' }],
    ['duration=-', { why: 'unknown', name: 'duration', value: '-' }],
    ['sort=by', { why: 'unknown', name: 'sort', value: 'by' }],
    ['lang=xx', { why: 'unknown', name: 'lang', value: 'xx' }],
    ['search=moon', { why: 'repeated', name: 'search', value: 'moon' }],
    ['priceMin=50&priceMax=10', { why: 'backwards', name: 'price', from: 50, to: 10 }],
    ['durationMin=9&durationMax=1', { why: 'backwards', name: 'duration', from: 9, to: 1 }],
    ['duration=300-60', { why: 'backwards', name: 'duration', from: 300, to: 60 }],
  ])('should tell what is wrong with %s, and let the rest count', (wrong, why) => {
    const { query, asked, ignored } = read(`search=stars&${wrong}`)
    expect(query).toEqual({ search: 'stars', page: 1, limit: 24 })
    expect(asked.toString()).toBe('search=stars')
    expect(ignored).toMatchObject([why])
  })

  it.each([
    'limit=5000',
    'lang=ru',
    'utm_source=x',
    'toString=1',
    '__proto__=1',
    'category=',
    'search=stars',
  ])('should say nothing of %s', (other) => {
    const { asked, ignored } = read(`search=stars&${other}`)
    expect([asked.toString(), ignored]).toEqual(['search=stars', []])
  })

  it('should search for the beginning of what is too long', () => {
    const { query, ignored } = read(`search=${'a'.repeat(201)}`)
    expect([query.search, ignored]).toEqual(['a'.repeat(200), [{ why: 'long', name: 'search' }]])
  })
})
