import type { Locale } from '../../contracts/locale.ts'
import type { MessageKey } from '../../i18n/en.ts'
import { translate } from '../../i18n/translate.ts'
import type { Finding } from '../../import/convert/finding.ts'
import type { Guess } from '../../import/plan/types.ts'
import type { ImportReport } from './importCourse.ts'

export type ReportGroup = { title: string; count: number; places: string[] }

/** What an import did, as a person reads it: the same for the terminal and for the admin. */
export type PresentedReport = {
  courseId: string
  /** What happened, a sentence each. */
  summary: string[]
  guesses: string[]
  losses: ReportGroup[]
  skipped: ReportGroup[]
  trashed: string[]
}

const origins: Partial<Record<string, MessageKey>> = {
  folder: 'import.from.folder',
  letters: 'import.from.letters',
  title: 'import.from.title',
  default: 'import.from.default',
}

export const placeOf = ({ file, line }: Pick<Finding, 'file' | 'line'>): string =>
  line === null ? file : `${file}:${line}`

const groupBy = <Item>(
  items: readonly Item[],
  titleOf: (item: Item) => string,
  placeIn: (item: Item) => string,
) => {
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const title = titleOf(item)
    groups.set(title, [...(groups.get(title) ?? []), placeIn(item)])
  }
  return [...groups].map(([title, places]): ReportGroup => ({ title, count: places.length, places }))
}

export const presentReport = (report: ImportReport, locale: Locale): PresentedReport => {
  const t = (key: MessageKey, values?: Record<string, string | number>) => translate(locale, key, values)
  const { course, release, steps, media } = report
  const guessed = ({ field, value, from }: Guess) => {
    const origin = origins[from]
    const name = field === 'language' ? 'label.courseLanguage' : (`label.${field}` as const)
    return t('import.guess', {
      field: t(name),
      value: value.length > 100 ? `${value.slice(0, 99)}…` : value,
      from: origin ? t(origin) : t('import.from.file', { file: from }),
    })
  }
  return {
    courseId: course.id,
    summary: [
      t(course.isNew ? 'import.made' : 'import.updated', { title: course.title }),
      t('import.counts', {
        ...{ created: steps.created, updated: steps.updated, unchanged: steps.unchanged },
        ...{ trashed: steps.trashed.length, files: media.total, newFiles: media.created },
      }),
      release === null ? t('import.notReleased') : t('import.released', { number: release }),
    ],
    guesses: report.guesses.map(guessed),
    losses: groupBy(
      report.losses,
      ({ code }) => t(`import.loss.${code}` as MessageKey),
      (finding) => `${placeOf(finding)}  ${finding.what}`.trimEnd(),
    ),
    skipped: groupBy(
      report.skipped,
      ({ reason }) => t(`import.skip.${reason}`),
      ({ path }) => path,
    ),
    trashed: steps.trashed,
  }
}
