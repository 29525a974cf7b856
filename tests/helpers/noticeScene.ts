import { expect } from 'vitest'

import { addNotice } from '../factories/addNotice.ts'
import { inParallel } from './inParallel.ts'
import type { TeachingScene } from './teachingScene.ts'
import { waitFor } from './waitFor.ts'

/** Learners who are to be told something, and what becomes of it. */
export const noticeScene = (scene: TeachingScene) => {
  /** A live bot with so many learners, who are awake. */
  const taught = async (count: number) => {
    const course = await scene.teach()
    const learners = await inParallel(Array.from({ length: count }), 8, async () => {
      const learner = await scene.join(course.bot)
      const awake = { quietFrom: null, quietTo: null }
      await scene.payload.update({ collection: 'users', id: learner.user, data: awake })
      return learner
    })
    return { ...course, learners, learner: learners[0] ?? expect.fail('nobody') }
  }
  const productNow = async () => new Date((await scene.emulator.clock()).now)
  const tell = async (enrollment: string, stepIds?: string[]) =>
    addNotice(scene.payload, { enrollment, stepIds, now: await productNow() })

  const statusOf = async (id: string) => {
    const { status, reason } = await scene.payload.findByID({ collection: 'notices', id })
    return [status, reason ?? null]
  }
  const becomes = (id: string, status: string) =>
    waitFor(`the notice to be ${status}`, async () => (await statusOf(id))[0] === status)
  const areAllSent = async (ids: string[]) => {
    const where = { id: { in: ids }, status: { equals: 'sent' } }
    return (await scene.payload.count({ collection: 'notices', where })).totalDocs === ids.length
  }
  /** The outbox's rows for it. */
  const waiting = (id: string) =>
    scene.payload.find({
      collection: 'outbox',
      where: { topic: { equals: 'notice' }, subject: { equals: id } },
    })

  const lastCall = async (bot: string) => (await scene.emulator.calls({ bot })).at(-1)?.id ?? 0
  /** What the bot has sent after a call of it. */
  const sendsSince = async (bot: string, after: number) =>
    (await scene.emulator.calls({ bot, after })).filter(({ method }) => method.startsWith('send'))
  /** The types of the learner's facts, oldest first. */
  const factsOf = async (enrollment: string) => {
    const { rows } = await scene.payload.db.pool.query<{ type: string }>(
      'SELECT type FROM facts WHERE enrollment_id = $1 ORDER BY at',
      [enrollment],
    )
    return rows.map(({ type }) => type)
  }

  return {
    ...{ taught, productNow, tell, statusOf, becomes, areAllSent, waiting },
    ...{ lastCall, sendsSince, factsOf },
  }
}
