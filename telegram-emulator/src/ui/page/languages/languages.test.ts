import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, it } from 'vitest'

import { en } from './en.js'
import { ru } from './ru.js'

const page = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(page, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js') && !path.includes('languages'))
  .map((path) => readFileSync(`${page}/${path}`, 'utf8'))
  .join('\n')
const namesIn = (value: unknown) => [...new Set(JSON.stringify(value).match(/\{\w+\}/g))].sort()

it('should say everything in both languages, with the same things filled in', () => {
  expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort())
  for (const [key, value] of Object.entries(en))
    expect([key, namesIn(ru[key as keyof typeof ru])]).toEqual([key, namesIn(value)])
})

it('should have a form for every plural of its language', () => {
  for (const [code, catalogue] of Object.entries({ en, ru }))
    for (const forms of Object.values(catalogue))
      if (typeof forms === 'object')
        expect(Object.keys(forms).sort()).toEqual(
          new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted(),
        )
})

it('should have the texts that the page asks for', () => {
  const asked = [...sources.matchAll(/\b(?:text|count|label)\(\s*'(\w+)'/g)].map(([, key]) => key)
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter((key) => !Object.hasOwn(en, key ?? ''))).toEqual([])
})
