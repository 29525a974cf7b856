import { describe, expect, it } from 'vitest'
import type { PresentedReport } from '../../src/operations/import/presentReport.ts'
import { failureText, reportLines } from './importLines.ts'
import { personLocale } from './personLocale.ts'

const report: PresentedReport = {
  ...{ courseId: 'c', summary: ['Made.', 'Counted.'], guesses: [], losses: [], skipped: [], trashed: [] },
}
const places = (count: number) => Array.from({ length: count }, (_, index) => `a.md:${index}`)

describe('an import at the terminal', () => {
  it('should say nothing of what there is nothing of', () => {
    expect(reportLines(report, 'en')).toEqual(['Made.', 'Counted.'])
  })

  it('should name places, and of many places the first', () => {
    const losses = [
      { title: 'Few', count: 9, places: places(9) },
      { title: 'Many', count: 30, places: places(30) },
    ]
    const lines = reportLines({ ...report, losses }, 'en')
    expect(lines.slice(2)).toEqual([
      ...['', 'What could not be kept:', '  Few (9)', ...places(9).map((place) => `    ${place}`)],
      ...['  Many (30)', ...places(8).map((place) => `    ${place}`), '    … and 22 more'],
    ])
  })

  it('should say each fault with its place', () => {
    const failure = {
      ...{ code: 'importRefused', status: 422, message: 'Nothing.', hint: null },
      problems: [{ place: 'a.md:3', message: 'Wrong.' }],
    }
    expect(failureText(failure)).toBe('Nothing.\n    a.md:3  Wrong.')
  })

  it.each([
    [{ LC_ALL: 'ru_RU.UTF-8', LANG: 'en_US' }, 'ru'],
    [{ LC_MESSAGES: 'ru', LANG: 'en_US' }, 'ru'],
    [{ LC_ALL: '', LANG: 'ru_RU' }, 'ru'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{}, 'en'],
  ])('should be in the language of %o', (env, locale) => expect(personLocale(env)).toBe(locale))
})
