import { Forbidden, type PayloadRequest } from 'payload'

import { hasRole } from '../../access/hasRole.ts'
import { requireUser } from '../../access/requireUser.ts'
import { localeFrom } from '../../i18n/translate.ts'
import { importCourse, type ImportOptions, type ImportPhase } from '../../operations/import/importCourse.ts'
import { presentFailure, type PresentedFailure } from '../../operations/import/presentFailure.ts'
import { presentReport, type PresentedReport } from '../../operations/import/presentReport.ts'
import { receiveUpload } from '../../operations/import/receiveUpload.ts'
import { reserveImport } from '../../operations/import/reserveImport.system.ts'
import { answerLines } from '../answerLines.ts'
import { endpoint } from '../endpoint.ts'
import { parseImportFields } from './parseImportFields.ts'

/** A line of the answer to those who take `application/x-ndjson`; the last one is a report or a failure. */
export type ImportLine =
  | { type: 'progress'; phase: ImportPhase; done: number; total: number }
  | { type: 'report'; report: PresentedReport }
  | { type: 'failure'; failure: PresentedFailure }

const mayImport = hasRole('creator', 'admin')

const failureOf = (req: PayloadRequest, error: unknown): PresentedFailure => {
  const failure = presentFailure(error, localeFrom(req.i18n.language))
  if (failure.status >= 500) req.payload.logger.error({ err: error }, 'an import failed unexpectedly')
  return failure
}

const answerFailure = (req: PayloadRequest, { status, code, message, problems, hint }: PresentedFailure) => {
  const requestId = req.headers.get('x-request-id')
  const error = { code, message, details: { problems, hint }, requestId }
  return Response.json({ errors: [{ name: code, message }], error }, { status })
}

/** Does the import, and takes away what was uploaded for it, however it ends. */
const run = async (
  req: PayloadRequest,
  upload: Awaited<ReturnType<typeof receiveUpload>>,
  options: ImportOptions,
  release: () => void,
): Promise<PresentedReport> => {
  try {
    return presentReport(await importCourse(req, upload.location, options), localeFrom(req.i18n.language))
  } finally {
    release()
    await upload.remove()
  }
}

/**
 * `POST /api/courses/import`, a form: `file` (.zip, or one page as .md) and, each if wished, `courseId`, `isPublished`,
 * `isLenient`, `title`, `description`, `category`, `language`, `tags` (with commas between). Answers a
 * `PresentedReport`, or 422 with every fault and its place; to those who accept `application/x-ndjson` line by line
 * how far it is (`ImportLine`). Whoever goes away before the end has imported nothing.
 */
export const importEndpoint = endpoint('post', '/import', async (req) => {
  const user = requireUser(req)
  if (!mayImport({ req })) throw new Forbidden(req.t)
  const release = await reserveImport(user.id)
  let upload
  let options: ImportOptions
  try {
    upload = await receiveUpload(req)
    options = { ...parseImportFields(upload.fields), name: upload.name }
  } catch (error) {
    release()
    await upload?.remove()
    throw error
  }
  const received = upload
  if (!req.headers.get('accept')?.includes('application/x-ndjson')) {
    const work = run(req, received, { ...options, signal: req.signal }, release)
    return work.catch((error: unknown) => answerFailure(req, failureOf(req, error)))
  }
  return answerLines<ImportLine>((say, signal) => {
    const onProgress: ImportOptions['onProgress'] = (phase, done, total) =>
      say({ type: 'progress', phase, done, total })
    return run(req, received, { ...options, onProgress, signal }, release).then(
      (report) => say({ type: 'report', report }),
      (error: unknown) => {
        if (!signal.aborted) say({ type: 'failure', failure: failureOf(req, error) })
      },
    )
  })
})
