import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { nowIso } from '../../clock.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { NoticeReport } from '../../contracts/runnerNotices.ts'
import type { Fact } from '../../lesson/engine/advanceResult.ts'
import { nextSystemId } from '../applyActions/nextSystemId.ts'
import type { LearnerRow } from '../applyActions/types.ts'
import { writeChanges } from '../applyActions/writeChanges.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { isUuid } from '../isUuid.ts'
import { endNotice } from './endNotice.ts'
import { joinOther } from './joinOther.ts'
import { lockNoticeLearner } from './lockNoticeLearner.ts'
import { putNoticeOff } from './putNoticeOff.ts'

const reasonOf = { sent: null, blocked: 'blocked', refused: 'refused', uncertain: 'unanswered' } as const

/** What happened to the learner with it. */
const noteOf = ({ state }: LearnerRow, effect: LessonEffect, { outcome }: NoticeReport): Fact[] => {
  const { stepId, releaseId } = state
  if (outcome === 'blocked' && !state.isBlocked) return [{ type: 'bot_blocked', stepId, releaseId, data: {} }]
  if (outcome === 'sent' && effect.type === 'reminder')
    return [{ type: 'reminder_sent', stepId, releaseId, data: { rung: effect.rung } }]
  return []
}

const takeNote = async (client: PoolClient, row: LearnerRow, facts: Fact[], now: string): Promise<void> => {
  if (facts.length === 0) return
  const isBlocked = row.state.isBlocked || facts.some(({ type }) => type === 'bot_blocked')
  const updateId = nextSystemId(row.updates, now)
  const change = {
    row,
    state: { ...row.state, isBlocked },
    updates: row.updates,
    facts: facts.map((fact) => ({ ...fact, updateId })),
    records: [],
  }
  await writeChanges(client, { changes: [change], deferrals: [], newest: () => undefined, now })
}

const report = async (client: PoolClient, noticeId: string, what: NoticeReport): Promise<void> => {
  const now = nowIso()
  const learner = await lockNoticeLearner(client, noticeId)
  // Who was thought to be cut off may be late with what they know.
  const from = what.outcome === 'deferred' ? ['waiting', 'sending'] : ['sending', 'uncertain']
  const { rows: locked } = await client.query<{ effect: LessonEffect }>(
    'SELECT effect FROM notices WHERE id = $1 AND status::text = ANY($2::text[]) FOR UPDATE',
    [noticeId, from],
  )
  const [notice] = locked
  if (learner === undefined || notice === undefined) return
  if (what.outcome === 'deferred') {
    const dueAt = new Date(Date.parse(now) + what.retryAfterMs).toISOString()
    if (await joinOther(client, { noticeId, enrollmentId: learner.enrollmentId, effect: notice.effect }))
      await endNotice(client, { noticeId, status: 'cancelled', reason: 'merged', now })
    else await putNoticeOff(client, { noticeId, dueAt })
    return
  }
  const { outcome } = what
  const detail = 'detail' in what ? what.detail : null
  await endNotice(client, { noticeId, status: outcome, reason: reasonOf[outcome], detail, now })
  await takeNote(client, learner, noteOf(learner, notice.effect, what), now)
}

/** What became of a notice that was claimed. What is known already is not changed by a second report. */
export const reportNotice = async (payload: Payload, noticeId: string, what: NoticeReport): Promise<void> => {
  if (isUuid(noticeId)) await inClientTransaction(payload.db.pool, (client) => report(client, noticeId, what))
}
