import { basename, join } from 'node:path'
import { translate } from '../../src/i18n/translate.ts'
import type { ImportReport } from '../../src/operations/import/importCourse.ts'
import type { ImportMessage, ImportRequest } from '../../src/operations/import/importMessages.ts'
import type { PresentedFailure } from '../../src/operations/import/presentFailure.ts'
import type { PresentedReport } from '../../src/operations/import/presentReport.ts'
import { ExpectedFailure } from './expectedFailure.mjs'
import { failureText } from './importLines.ts'
import { personLocale } from './personLocale.ts'
import { projectRoot } from './projectRoot.ts'
import type { Session } from './runCommand.ts'
import { lastLines, runTool } from './runTool.mjs'
import { texts } from './texts.mjs'

/** Files that are written already have to be taken back before it ends. */
const STOP_LIMIT_MS = 30_000

type Wanted = Pick<ImportRequest, 'location' | 'as'> & Partial<ImportRequest>

export interface ImportOutcome {
  courseId: string
  report: ImportReport
  presented: PresentedReport
}

/** Nothing was imported, for reasons that a person can mend. */
export class ImportRefused extends ExpectedFailure {
  failure: PresentedFailure

  constructor(failure: PresentedFailure) {
    super(failureText(failure), failure.hint ?? undefined)
    this.failure = failure
  }
}

/** Makes a course of a folder or archive in the database of `env`, or brings it up to date. */
export async function runImport(
  session: Session,
  env: NodeJS.ProcessEnv,
  wanted: Wanted,
): Promise<ImportOutcome> {
  const { guard, signal } = session
  const request: ImportRequest = {
    ...{ isPublished: false, isLenient: false, include: [], skip: [], flags: {} },
    locale: personLocale(process.env),
    ...wanted,
  }
  const step = session.progress.step(texts.importing(basename(request.location)))
  let last: ImportMessage | undefined
  const { code, output } = await runTool(
    process.execPath,
    [join(projectRoot, 'src', 'importCourse.ts'), JSON.stringify(request)],
    {
      ...{ cwd: projectRoot, env, guard, signal, stopLimitMs: STOP_LIMIT_MS },
      onMessage: (message) => {
        last = message as ImportMessage
        if (last.type !== 'progress') return
        const { phase, done, total } = last
        step.update(translate(request.locale, `import.phase.${phase}`, { done, total }))
      },
    },
  )
  if (code === 0 && last?.type === 'report') {
    const { report, presented } = last
    step.done(texts.imported(basename(request.location)))
    return { courseId: report.course.id, report, presented }
  }
  step.fail(texts.importing(basename(request.location)))
  session.throwIfStopping()
  // Of a defect and of a process that died only its log tells.
  if (last?.type === 'failure' && last.failure.status < 500) throw new ImportRefused(last.failure)
  throw ExpectedFailure.from(texts.importFailed(lastLines(output)))
}
