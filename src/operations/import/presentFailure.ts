import type { Locale } from '../../contracts/locale.ts'
import { describeFailure } from '../../errors/describeFailure.ts'
import { translate } from '../../i18n/translate.ts'
import { forgivable } from '../../import/convert/finding.ts'
import { ImportProblems } from '../../import/plan/importProblems.ts'
import { SourceError } from '../../import/source/sourceError.ts'
import { describeFinding } from './describeFinding.ts'
import { placeOf } from './presentReport.ts'

/** Why nothing was imported. `problems`: each with its place in the source, `file:line`. */
export type PresentedFailure = {
  code: string
  status: number
  message: string
  problems: { place: string; message: string }[]
  hint: string | null
}

/** What `importCourse` has thrown, in a person's language. */
export const presentFailure = (error: unknown, locale: Locale): PresentedFailure => {
  if (error instanceof ImportProblems) {
    const { problems } = error
    return {
      code: 'importRefused',
      status: 422,
      message: translate(locale, 'error.importRefused', { count: problems.length }),
      problems: problems.map((finding) => ({
        place: placeOf(finding),
        message: describeFinding(finding, locale),
      })),
      hint: problems.some(({ code }) => forgivable.has(code))
        ? translate(locale, 'import.hint.lenient')
        : null,
    }
  }
  if (error instanceof SourceError)
    return {
      code: error.code,
      status: 422,
      message: translate(locale, `import.source.${error.code}`, { what: error.what }),
      problems: [],
      hint: null,
    }
  const { code, status, message } = describeFailure(error, locale)
  return { code, status, message, problems: [], hint: null }
}
