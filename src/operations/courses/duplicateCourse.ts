import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import type { Course, Step } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { copyOfStep } from '../steps/copyOfStep.ts'
import { findEditableCourse } from './findEditableCourse.ts'
import { stepOrderField } from './stepOrderField.ts'
import { systemFields } from './systemFields.ts'

/** Rows of a list have ids of their own, each once in its table. */
const withoutIds = (reminders: Course['reminders']): Course['reminders'] => ({
  ...reminders,
  ladder: reminders?.ladder?.map(({ id: _id, ...rung }) => rung),
})

const renameSteps = (rule: unknown, ids: ReadonlyMap<string, string>): unknown =>
  JSON.parse([...ids].reduce((text, [old, fresh]) => text.replaceAll(old, fresh), JSON.stringify(rule)))

const maxTitle = 200

/** What belongs to the course itself, not to a copy of it. */
const own = [
  ...systemFields,
  'id',
  'createdAt',
  'updatedAt',
  'importName',
  'bot',
  'steps',
] as const satisfies (keyof Course)[]

/**
 * A copy of the working copy, the person's own: with all steps, without learners, releases, bot and team. Rules of the
 * copy's steps name the copy's steps.
 * @returns its id
 * @throws {AppError} courseNotFound (404)
 */
export const duplicateCourse = async (req: PayloadRequest, courseId: string): Promise<string> =>
  inTransaction(req, async () => {
    const course = await findEditableCourse({ req, courseId })
    const rights = { overrideAccess: false, user: req.user, depth: 0, req } as const
    const written: Partial<Course> = {
      ...course,
      thumbnail: idOf(course.thumbnail),
      reminders: withoutIds(course.reminders),
    }
    for (const field of own) delete written[field]
    const suffix = ` ${translate(localeFrom(req.i18n.language), 'course.copy')}`
    const title = `${course.title.slice(0, maxTitle - suffix.length)}${suffix}`
    const copy = await req.payload.create({
      collection: slugs.courses,
      data: { ...written, title } as never,
      ...rights,
    })
    const { docs } = await req.payload.find({
      collection: slugs.steps,
      where: { course: { equals: courseId } },
      sort: [stepOrderField, 'id'],
      pagination: false,
      depth: 0,
      req,
    })
    const steps = (docs as Step[]).map((step) => ({ step, copied: copyOfStep(step) }))
    const ids = new Map<string, string>()
    for (const { step, copied } of steps) {
      const data = { ...copied, unlockConditions: null, course: copy.id } as never
      const { id } = await req.payload.create({ collection: slugs.steps, data, ...rights })
      ids.set(step.id, String(id))
    }
    // Rules may name steps that come later: they are written when all have their ids.
    for (const { step } of steps) {
      if (!step.unlockConditions) continue
      const data = { unlockConditions: renameSteps(step.unlockConditions, ids) } as never
      await req.payload.update({ collection: slugs.steps, id: ids.get(step.id)!, data, ...rights })
    }
    return String(copy.id)
  })
