import type { PayloadRequest } from 'payload'

import { categories, courseLanguages } from '../../contracts/courseOptions.ts'
import { requireUser } from '../../access/requireUser.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { planInWorker } from '../../import/plan/planInWorker.ts'
import type { PlanOptions } from '../../import/plan/planImport.ts'
import { ImportProblems } from '../../import/plan/importProblems.ts'
import type { ImportPlan } from '../../import/plan/types.ts'
import { openSource } from '../../import/source/openSource.ts'
import type { Source } from '../../import/source/source.ts'
import type { DescribedProblem } from '../courses/describeProblems.ts'
import { findEditableCourse } from '../courses/findEditableCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { publishCourse } from '../courses/publishCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { findImported, importNameOf } from './findImported.ts'
import { holdImports } from './holdImports.system.ts'
import { importMedia, type StoredMedia } from './importMedia.ts'
import { writeSteps, type StepCounts } from './writeSteps.ts'

export type ImportPhase = 'read' | 'media' | 'steps'

export type ImportOptions = Pick<PlanOptions, 'flags' | 'include' | 'skip' | 'isLenient'> & {
  /** What the source is called, where its location does not say (the file of an upload). */
  name?: string
  /** Of the course to be replaced; otherwise the one that an earlier import made, or a new one. */
  courseId?: string
  isPublished: boolean
  onProgress?: (phase: ImportPhase, done: number, total: number) => void
  /** Gives the import up, as long as it is not done; its reason is thrown. */
  signal?: AbortSignal
}

export type ImportReport = Pick<ImportPlan, 'guesses' | 'losses' | 'skipped'> & {
  course: { id: string; title: string; isNew: boolean }
  /** Number of the release that was published, null when it was not asked for. */
  release: number | null
  steps: StepCounts & { total: number }
  media: { total: number; created: number }
}

/** What the source does not say is left to the fields' own defaults. */
const courseData = ({ course }: ImportPlan, stored: ReadonlyMap<string, StoredMedia>) => {
  const { difficultyLevel, thumbnail, ...data } = course
  const picture = thumbnail === null ? undefined : stored.get(thumbnail)
  return {
    ...data,
    ...(difficultyLevel !== null && { difficultyLevel }),
    ...(picture && { thumbnail: picture.id }),
  }
}

const writeCourse = async (
  req: PayloadRequest,
  plan: ImportPlan,
  sourceName: string,
  stored: ReadonlyMap<string, StoredMedia>,
  options: ImportOptions,
) => {
  const { courseId, flags } = options
  const rights = { overrideAccess: false, user: req.user, req, depth: 0 } as const
  const old = await findImported({ req, courseId, sourceName, plan })
  const importName = importNameOf(sourceName)
  if (old === null) {
    const { id, title } = await req.payload.create({
      collection: slugs.courses,
      data: { ...courseData(plan, stored), pricingModel: 'free', importName } as never,
      ...rights,
    })
    return { id: String(id), title, isNew: true }
  }
  if (old.isArchived) throw new AppError({ code: 'courseIsArchived', status: 409 })
  await lockCourse({ req, courseId: old.id })
  // What its author may have changed here since is theirs; what is said outright now counts.
  const { title } = await req.payload.update({
    collection: slugs.courses,
    id: old.id,
    data: { ...flags, importName } as never,
    ...rights,
  })
  return { id: old.id, title, isNew: false }
}

/** What stands in the way of publishing is said of the files that the steps come from. */
const publish = async (
  req: PayloadRequest,
  courseId: string,
  files: ReadonlyMap<string, string>,
  sourceName: string,
): Promise<number> => {
  try {
    return (await publishCourse({ req, courseId })).number
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'courseNotPublishable') throw error
    const { problems = [] } = error.details as { problems?: DescribedProblem[] }
    throw new ImportProblems(
      problems.map(({ stepId, message }) => ({
        code: 'notPublishable',
        file: files.get(stepId ?? '') ?? sourceName,
        line: null,
        what: message,
      })),
    )
  }
}

/**
 * Makes a course of a source (a folder or ZIP archive on this machine), or brings the one that it made before up to
 * date. When anything fails nothing of it stays.
 * @throws {SourceError} when the source cannot be read; {ImportProblems} with every fault of it, and with what stands in
 * the way of publishing when it shall be published
 */
export const importCourse = async (
  req: PayloadRequest,
  location: string,
  options: ImportOptions,
): Promise<ImportReport> => {
  const user = requireUser(req)
  // Whose course it is is asked before anything is done for it.
  if (options.courseId !== undefined) await findEditableCourse({ req, courseId: options.courseId })
  const source = await openSource(location, options.name)
  try {
    const release = await holdImports(req, user.id)
    return await importSource(req, source, location, options).finally(release)
  } finally {
    await source.close()
  }
}

const importSource = async (
  req: PayloadRequest,
  source: Source,
  location: string,
  { onProgress, ...options }: ImportOptions,
): Promise<ImportReport> => {
  const { flags, include, skip, isLenient } = options
  const plan = await planInWorker(
    {
      ...{ location, name: options.name ?? source.name, flags, include, skip, isLenient },
      languages: courseLanguages.map(([language]) => language),
      categories,
    },
    { onProgress: (done, total) => onProgress?.('read', done, total), signal: options.signal },
  )
  const created: string[] = []
  try {
    const stored = await importMedia({
      req,
      source,
      media: plan.media,
      created,
      ...(isLenient && { losses: plan.losses }),
      signal: options.signal,
      onProgress: (done, total) => onProgress?.('media', done, total),
    })
    return await inTransaction(req, async () => {
      const course = await writeCourse(req, plan, source.name, stored, options)
      const steps = await writeSteps({
        req,
        courseId: course.id,
        steps: plan.steps,
        stored,
        signal: options.signal,
        onProgress: (done, total) => onProgress?.('steps', done, total),
      })
      const release = options.isPublished ? await publish(req, course.id, steps.files, source.name) : null
      const { guesses, losses, skipped } = plan
      return {
        course,
        release,
        steps: { ...steps.counts, total: plan.steps.length },
        media: { total: plan.media.size, created: created.length },
        guesses: course.isNew ? guesses : [],
        losses,
        skipped,
      }
    })
  } catch (error) {
    for (const id of created)
      await req.payload
        .delete({ collection: slugs.media, id, req: { ...req, transactionID: undefined } as never })
        .catch((cause: unknown) =>
          req.payload.logger.error({ err: cause, id }, 'a file of a failed import stays'),
        )
    throw error
  }
}
