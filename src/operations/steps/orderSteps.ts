import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import { findEditableCourse } from '../courses/findEditableCourse.ts'
import { findStepIds } from '../courses/findStepIds.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { setStepPlaces } from '../courses/setStepPlaces.ts'
import { hashContent } from '../../releases/hashContent.ts'
import { inTransaction } from '../inTransaction.ts'
import { requireVersion } from '../requireVersion.ts'

const shortHash = (content: unknown): string => hashContent(content).slice(0, 16)

/** The version of a list of steps: of their order, and of what stands in them. */
export const listVersion = (steps: readonly { id: string }[]): string =>
  `${shortHash(steps.map(({ id }) => id))}.${shortHash(steps)}`

/** To put steps into another order it does not matter that one of them has been changed. */
const orderIn = (version: string | null): string | null => version?.split('.')[0] ?? null

const requireAll = (req: PayloadRequest, stepIds: readonly string[], present: readonly string[]): void => {
  const wished = new Set(stepIds)
  const isWhole =
    wished.size === stepIds.length && wished.size === present.length && present.every((id) => wished.has(id))
  if (isWhole) return
  const message = translate(localeFrom(req.i18n.language), 'error.stepOrderPartial')
  throw new AppError({
    code: 'inputInvalid',
    status: 422,
    details: { problems: [{ path: 'body.stepIds', message }] },
  })
}

/**
 * Puts all steps of a course into an order.
 * @param options.seen the version of the order that the person has seen; null when they do not say
 * @throws {AppError} courseNotFound (404), versionChanged (412), inputInvalid (422) when steps are missing or strange
 */
export const orderSteps = async (options: {
  req: PayloadRequest
  courseId: string
  stepIds: string[]
  seen: string | null
}): Promise<void> => {
  const { req, courseId, seen } = options
  const stepIds = options.stepIds.map((id) => id.toLowerCase())
  await inTransaction(req, async () => {
    await findEditableCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const present = await findStepIds(req, courseId)
    requireVersion(orderIn(seen), shortHash(present))
    requireAll(req, stepIds, present)
    await setStepPlaces(req, stepIds)
  })
}

/** Puts one step of a locked course behind another one, or first. @throws {AppError} inputInvalid (422) */
export const placeAfter = async (
  req: PayloadRequest,
  { courseId, stepId, after }: { courseId: string; stepId: string; after: string | null },
): Promise<void> => {
  const others = (await findStepIds(req, courseId)).filter((id) => id !== stepId)
  const place = after === null ? 0 : others.indexOf(after.toLowerCase()) + 1
  if (after !== null && place === 0) {
    const message = translate(localeFrom(req.i18n.language), 'error.stepNotFound')
    const problems = [{ path: 'body.after', message }]
    throw new AppError({ code: 'inputInvalid', status: 422, details: { problems } })
  }
  await setStepPlaces(req, others.toSpliced(place, 0, stepId))
}
