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
    'page=-5',
    'price=nonsense',
    'duration=long',
    'duration=-',
    'sort=by',
    'limit=5000',
    'lang=ru',
    'x=1',
  ])('should let the rest count beside %s', (wrong) => {
    const { query, asked } = read(`search=stars&${wrong}`)
    expect(query).toMatchObject({ search: 'stars', page: 1, limit: 24 })
    expect(asked.toString()).toBe('search=stars')
  })
})
