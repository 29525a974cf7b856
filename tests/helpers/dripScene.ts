import { expect } from 'vitest'

import type { CourseDrip, StepDrip } from '../../src/lesson/engine/drip/schedule.ts'
import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import type { DatedFact } from '../../src/lesson/engine/recomputeProgress.ts'
import type { User } from '../../src/payload-types.ts'
import { callWeb } from './callWeb.ts'
import { textsOf } from './handIn.ts'
import { teachingScene } from './teachingScene.ts'
import { waitFor } from './waitFor.ts'

/** What a `describe` of courses that are released by a schedule begins with. */
export const dripScene = () => {
  const scene = teachingScene()
  const now = async () => Date.parse((await scene.emulator.clock()).now)
  const pass = (ms: number) => scene.emulator.advanceClock(ms)
  const passUntil = async (moment: number) => pass(moment - (await now()))

  /** A day and a step at a time, unless it says something else. */
  const daily: CourseDrip & { isOn: true } = {
    ...{ isOn: true, per: 'step', isFirstAtOnce: true },
    ...{ amount: 1, unit: 'days', weekdays: [], time: null },
  }
  const taught = async (
    drip: Partial<CourseDrip> | null,
    { areFree = false, own = [] as (StepDrip | null)[] } = {},
  ) => {
    const built = await scene.teach()
    const { id } = built.course
    for (const [index, step] of built.steps.entries())
      await scene.payload.update({
        collection: 'steps',
        id: step.id,
        data: { isRequired: !areFree, drip: own[index] ?? null },
      })
    const publish = async (changed: Partial<CourseDrip> | null) => {
      const { token } = scene.author
      const body = { drip: changed === null ? null : { ...daily, ...changed } }
      const saved = await callWeb(scene.stack, 'PATCH', `/courses/${id}`, { token, body })
      expect(saved.status).toBe(200)
      const published = await callWeb(scene.stack, 'POST', `/courses/${id}/publish`, { token })
      expect(published.status).toBe(200)
    }
    await publish(drip)
    return { ...built, ids: built.steps.map((step) => step.id), publish }
  }

  /** Somebody who has begun, and is never asleep unless they say so. */
  const learning = async (
    { bot }: { bot: string },
    choice: Pick<Partial<User>, 'quietFrom' | 'quietTo' | 'timeZone'> = {},
  ) => {
    const learner = await scene.join(bot)
    const { enrollment, personId } = learner
    const data = { quietFrom: null, quietTo: null, timeZone: 'UTC', ...choice }
    await scene.payload.update({ collection: 'users', id: learner.user, data })
    const state = async () => {
      const { rows } = await scene.payload.db.pool.query<{ state: LearnerState }>(
        'SELECT state FROM enrollments WHERE id = $1',
        [enrollment],
      )
      return rows[0]?.state ?? expect.fail('no learner')
    }
    const where = { enrollment: { equals: enrollment } }
    const timers = async () =>
      (await scene.payload.find({ collection: 'timers', where: { ...where, kind: { in: ['drip', 'unlock'] } } })).docs // prettier-ignore
    const notices = async () =>
      (await scene.payload.find({ collection: 'notices', where: { ...where, kind: { equals: 'unlocks' } }, sort: 'createdAt' })).docs // prettier-ignore
    const facts = async () => {
      const { rows } = await scene.payload.db.pool.query<DatedFact & { at: Date }>(
        `SELECT type, step_id AS "stepId", release_id AS "releaseId", data, at FROM facts WHERE enrollment_id = $1 ORDER BY at, id`,
        [enrollment],
      )
      return rows.map((fact) => ({ ...fact, at: fact.at.toISOString() }))
    }
    const said = async () => textsOf(scene.emulator, bot, personId)
    const countSaid = async (words: string) => (await said()).filter((text) => text.includes(words)).length
    /** What was due by now has come. */
    const settled = () =>
      waitFor('the timers to have come', async () => {
        const at = await now()
        return (await timers()).every(({ dueAt }) => Date.parse(dueAt) > at)
      })
    const released = (stepId: string | undefined) =>
      waitFor('the step to be released', async () => (await state()).drip?.[stepId ?? ''] !== undefined)
    return { ...learner, state, timers, notices, facts, countSaid, settled, released }
  }

  return { scene, now, pass, passUntil, daily, taught, learning }
}
