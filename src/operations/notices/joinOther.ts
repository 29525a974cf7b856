import type { PoolClient } from 'pg'

import type { LessonEffect } from '../../contracts/lessonEffect.ts'

/**
 * Steps of a notice that could not be sent go with those that have come to wait meanwhile, for there is one at most that
 * waits. The learner's row is locked.
 * @returns whether there are any
 */
export const joinOther = async (
  client: PoolClient,
  { noticeId, enrollmentId, effect }: { noticeId: string; enrollmentId: string; effect: LessonEffect },
): Promise<boolean> => {
  if (effect.type !== 'unlocked') return false
  const { rowCount } = await client.query({
    name: 'join-other-notice',
    text: `
      UPDATE notices SET effect = jsonb_set(effect, '{stepIds}', $3::jsonb || (effect->'stepIds'))
      WHERE enrollment_id = $1 AND kind = 'unlocks' AND status = 'waiting' AND id <> $2`,
    values: [enrollmentId, noticeId, JSON.stringify(effect.stepIds)],
  })
  return rowCount === 1
}
