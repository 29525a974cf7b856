import { createLocalReq, getLocalI18n, getPayload, type Payload, type TypedUser } from 'payload'

import config from '../payload.config.ts'
import { slugs } from './contracts/slugs.ts'
import { readEnv } from './env.ts'
import { AppError } from './errors/AppError.ts'
import { followClock } from './followClock.ts'
import { logger } from './logger.ts'
import { importCourse } from './operations/import/importCourse.ts'
import { importRequestSchema, type ImportMessage } from './operations/import/importMessages.ts'
import { presentFailure } from './operations/import/presentFailure.ts'
import { presentReport } from './operations/import/presentReport.ts'

/** `npm run import` (scripts/import.ts): a folder or archive of lessons becomes a course of one account. */
const request = importRequestSchema.parse(JSON.parse(process.argv[2] ?? ''))
const { location, as: email, locale, ...options } = request

const say = (message: ImportMessage) =>
  new Promise<void>((resolve) => void process.send?.(message, () => resolve()))

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())

const findUser = async (payload: Payload) => {
  const { docs } = await payload.find({
    collection: slugs.users,
    where: { email: { equals: email.trim().toLowerCase() } },
    limit: 1,
  })
  const [user] = docs
  if (!user?.isActive) throw new AppError({ code: 'importNoAccount', status: 404, details: { email } })
  return { ...user, collection: slugs.users } as TypedUser
}

const work = async (payload: Payload) => {
  const i18n = await getLocalI18n({ config: payload.config, language: locale })
  const req = await createLocalReq({ user: await findUser(payload), req: { i18n } }, payload)
  const report = await importCourse(req, location, {
    ...options,
    signal: stopping.signal,
    onProgress: (phase, done, total) => void say({ type: 'progress', phase, done, total }),
  })
  await say({ type: 'report', report, presented: presentReport(report, locale) })
  return 0
}

const env = readEnv()
const payload = await getPayload({ config, cron: false })
// A release has the time that the product has, also where that is the emulator's.
const clock = env.CLOCK_URL ? followClock({ url: env.CLOCK_URL, logger, onMove: () => {} }) : undefined
await clock?.ready
const exitCode = await work(payload).catch(async (error: unknown) => {
  const failure = presentFailure(error, locale)
  if (failure.status >= 500 && !stopping.signal.aborted) logger.error({ err: error }, 'the import failed')
  await say({ type: 'failure', failure })
  return 1
})
clock?.stop()
// Payload keeps its connections open, and with them the process.
process.exit(exitCode)
