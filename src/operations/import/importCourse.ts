import type { PayloadRequest } from 'payload'

import { categories, courseLanguages } from '../../../collections/Courses/options.ts'
import { activeUser } from '../../access/activeUser.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { translate, localeFrom } from '../../i18n/translate.ts'
import { planImport, type PlanOptions } from '../../import/plan/planImport.ts'
import type { ImportPlan } from '../../import/plan/types.ts'
import type { Source } from '../../import/source/source.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { publishCourse } from '../courses/publishCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { findImported, importNameOf } from './findImported.ts'
import { importMedia, type StoredMedia } from './importMedia.ts'
import { divName } from './divName.ts'
import { writeSteps, type StepCounts } from './writeSteps.ts'

export type ImportPhase = 'read' | 'media' | 'steps'

export type ImportOptions = Pick<PlanOptions, 'flags' | 'include' | 'skip' | 'isLenient'> & {
  /** Of the course to be replaced; otherwise the one that an earlier import made, or a new one. */
  courseId?: string
  isPublished: boolean
  onProgress?: (phase: ImportPhase, done: number, total: number) => void
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
  return {
    ...data,
    ...(difficultyLevel !== null && { difficultyLevel }),
    ...(thumbnail !== null && { thumbnail: stored.get(thumbnail)!.id }),
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

/**
 * Makes a course of a source, or brings the one that it made before up to date. When anything fails nothing of it
 * stays.
 * @throws {ImportProblems} with every fault of the source; AppError courseNotPublishable when it shall be published
 * and cannot
 */
export const importCourse = async (
  req: PayloadRequest,
  source: Source,
  options: ImportOptions,
): Promise<ImportReport> => {
  if (activeUser(req) === null) throw new AppError({ code: 'unauthenticated', status: 401 })
  const { onProgress } = options
  const plan = await planImport(source, {
    ...options,
    languages: courseLanguages.map(([language]) => language),
    categories,
    nameOfDiv: (kind, language) => divName(kind, localeFrom(language), translate),
    onProgress: (done, total) => onProgress?.('read', done, total),
  })
  const created: string[] = []
  try {
    const stored = await importMedia({
      req,
      source,
      media: plan.media,
      created,
      onProgress: (done, total) => onProgress?.('media', done, total),
    })
    return await inTransaction(req, async () => {
      const course = await writeCourse(req, plan, source.name, stored, options)
      const steps = await writeSteps({
        req,
        courseId: course.id,
        steps: plan.steps,
        stored,
        onProgress: (done, total) => onProgress?.('steps', done, total),
      })
      const release = options.isPublished ? (await publishCourse({ req, courseId: course.id })).number : null
      const { guesses, losses, skipped } = plan
      return {
        course,
        release,
        steps: { ...steps, total: plan.steps.length },
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
