import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import type { LessonEffect } from '../../src/contracts/lessonEffect.ts'

/**
 * A learner who is to be told something now, as the engine's records are written; steps are open to them from now on.
 * @param now product time
 */
export const addNotice = async (
  payload: Payload,
  options: { enrollment: string; stepIds?: string[]; now?: Date },
): Promise<string> => {
  const { enrollment, stepIds, now = new Date() } = options
  const { rows } = await payload.db.pool.query<{ course: string; release: string }>(
    `SELECT c.id AS course, c.current_release_id AS release FROM enrollments e JOIN courses c ON c.id = e.course_id
     WHERE e.id = $1`,
    [enrollment],
  )
  const { course = '', release: releaseId = '' } = rows[0] ?? {}
  if (stepIds !== undefined)
    await payload.db.pool.query(
      `UPDATE enrollments SET state = jsonb_set(state, '{unlocked}', coalesce(state->'unlocked', '{}') || $2) WHERE id = $1`,
      [enrollment, JSON.stringify(Object.fromEntries(stepIds.map((id) => [id, now.toISOString()])))],
    )
  const about = { releaseId, version: 1 }
  const effect: LessonEffect =
    stepIds === undefined
      ? {
          type: 'reminder',
          ...about,
          rung: 0,
          isLast: false,
          streak: 0,
          stepId: null,
          name: null,
          texts: null,
        }
      : { type: 'unlocked', ...about, stepIds }
  const { id } = await payload.create({
    collection: 'notices',
    data: {
      ...{ course, enrollment, learnerName: 'Learner', effect, status: 'waiting' },
      ...(stepIds === undefined ? { kind: 'reminder', key: randomUUID() } : { kind: 'unlocks', key: null }),
      createdAt: now.toISOString(),
      dueAt: now.toISOString(),
    },
  })
  await payload.create({
    collection: 'outbox',
    data: { topic: 'notice', subject: id, dueAt: now.toISOString(), timesQueued: 0 },
  })
  return id
}
