import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'

import { en, type MessageKey } from './en.ts'
import { ru } from './ru.ts'
import { localeFrom, translate } from './translate.ts'

const placeholders = (message: string) => {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    const element = value as { type?: number; value?: unknown }
    // 0 is plain text, 7 the number sign of a plural; every other element stands for an argument.
    if (element.type !== 0 && element.type !== 7 && typeof element.value === 'string')
      names.add(element.value)
    Object.values(value).forEach(visit)
  }
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

describe('catalogues of the CMS', () => {
  it('should take the same values in both languages', () => {
    for (const key of Object.keys(en) as MessageKey[])
      expect(placeholders(ru[key]), key).toEqual(placeholders(en[key]))
  })

  it('should count in Russian', () => {
    const sentence = (seconds: number) => translate('ru', 'error.tooManyRequests', { seconds })
    expect([1, 3, 5, 21].map(sentence).map((text) => text.split(' ').at(-1))).toEqual([
      'секунду.',
      'секунды.',
      'секунд.',
      'секунду.',
    ])
  })

  it('should put values in as text, never as markup', () => {
    expect(translate('en', 'publish.change.added', { steps: '<b>{x}</b>' })).toBe('Added: <b>{x}</b>')
  })

  it('should find the nearest language', () => {
    expect(localeFrom('ru-RU')).toBe('ru')
    expect(localeFrom('EN')).toBe('en')
    expect(localeFrom('ko', 'ru')).toBe('ru')
    expect(localeFrom(undefined)).toBe('en')
  })
})
