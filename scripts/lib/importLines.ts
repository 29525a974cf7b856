import type { Locale } from '../../src/contracts/locale.ts'
import type { MessageKey } from '../../src/i18n/en.ts'
import { translate } from '../../src/i18n/translate.ts'
import type { PresentedFailure } from '../../src/operations/import/presentFailure.ts'
import type { PresentedReport } from '../../src/operations/import/presentReport.ts'

/** Of a long list so much is shown; all of it is in the report of --json. */
const SHOWN_PLACES = 8

function shorten(places: string[], indent: string, locale: Locale): string[] {
  const hidden = places.length - SHOWN_PLACES
  const shown = hidden > 1 ? places.slice(0, SHOWN_PLACES) : places
  const rest = hidden > 1 ? [translate(locale, 'import.more', { count: hidden })] : []
  return [...shown, ...rest].map((place) => `${indent}${place}`)
}

/** What an import did, for a terminal. */
export function reportLines(report: PresentedReport, locale: Locale): string[] {
  const headed = (key: MessageKey, lines: string[]) =>
    lines.length === 0 ? [] : ['', translate(locale, key), ...lines]
  const grouped = (groups: PresentedReport['losses']) =>
    groups.flatMap(({ title, count, places }) => [
      `  ${translate(locale, 'import.group', { title, count })}`,
      ...shorten(places, '    ', locale),
    ])
  return [
    ...report.summary,
    ...headed(
      'import.guesses',
      report.guesses.map((guess) => `  ${guess}`),
    ),
    ...headed('import.losses', grouped(report.losses)),
    ...headed('import.skipped', grouped(report.skipped)),
    ...headed('import.trashed', shorten(report.trashed, '  ', locale)),
  ]
}

/** Why nothing was imported: each fault as `file:line  what is wrong`, as compilers say it. */
export function failureText({ message, problems }: PresentedFailure): string {
  return [message, ...problems.map(({ place, message }) => `    ${place}  ${message}`)].join('\n')
}
