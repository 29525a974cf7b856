import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { nowIso } from '../../clock.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { NoticeKind, NoticeStatus } from '../../contracts/notice.ts'
import type { NoticeClaimResponse } from '../../contracts/runnerNotices.ts'
import { AppError } from '../../errors/AppError.ts'
import { localeOf } from '../applyActions/localeOf.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { isUuid } from '../isUuid.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { endNotice } from './endNotice.ts'
import { judgeNotice, type NoticeFacts } from './judgeNotice.ts'
import { lockNoticeLearner } from './lockNoticeLearner.ts'
import { putNoticeOff } from './putNoticeOff.ts'

type Row = {
  kind: NoticeKind
  status: NoticeStatus
  effect: LessonEffect
  createdAt: string
  isTaught: boolean
  botId: string | null
  bot: NoticeFacts['bot']
}

const lockNotice = async (client: PoolClient, noticeId: string): Promise<Row | undefined> => {
  const { rows } = await client.query<Row>({
    name: 'lock-notice',
    text: `
      SELECT n.kind::text AS kind, n.status::text AS status, n.effect, to_json(n.created_at) AS "createdAt",
             c.is_published AND NOT c.is_archived AS "isTaught", b.id AS "botId",
             CASE WHEN b.telegram_bot_id IS NULL OR b.is_removing THEN 'gone'
                  WHEN b.is_paused OR NOT b.is_proven THEN 'paused' ELSE 'teaches' END AS bot
      FROM notices n JOIN courses c ON c.id = n.course_id LEFT JOIN bots b ON b.course_id = c.id
      WHERE n.id = $1 FOR UPDATE OF n`,
    values: [noticeId],
  })
  return rows[0]
}

const claim = async (client: PoolClient, noticeId: string): Promise<NoticeClaimResponse> => {
  const now = nowIso()
  const learner = await lockNoticeLearner(client, noticeId)
  const notice = learner && (await lockNotice(client, noticeId))
  if (!notice) throw new AppError({ code: 'notFound', status: 404 })
  const { kind, status, botId, isTaught, bot } = notice
  if (status === 'sending') {
    await endNotice(client, { noticeId, status: 'uncertain', reason: 'interrupted', now })
    return { status: 'over', kind, outcome: 'uncertain' }
  }
  if (status !== 'waiting') {
    await client.query(`DELETE FROM outbox WHERE topic = 'notice' AND subject = $1`, [noticeId])
    return { status: 'over', kind, outcome: status }
  }
  const load = async (id: string | null) => (id === null ? null : ((await loadRelease(client, id)) ?? null))
  const release = await load(learner.releaseId)
  const viewed = await load(learner.state.releaseId)
  const verdict = judgeNotice({ notice, learner, isTaught, bot, release, viewed, now })
  if (verdict.to === 'cancelled' || botId === null) {
    const reason = verdict.to === 'cancelled' ? verdict.reason : 'botGone'
    await endNotice(client, { noticeId, status: 'cancelled', reason, now })
    return { status: 'over', kind, outcome: 'cancelled' }
  }
  if (verdict.to === 'later') {
    await putNoticeOff(client, { noticeId, dueAt: verdict.dueAt })
    return { status: 'later', kind }
  }
  await client.query(`UPDATE notices SET status = 'sending', claimed_at = $2 WHERE id = $1`, [noticeId, now])
  const locale = localeOf(learner, release?.language ?? learner.courseLanguage)
  return { status: 'send', kind, botId, telegramUserId: learner.telegramId, locale, effect: verdict.effect }
}

/**
 * Lets whoever asks send a notice, if it is still to be sent. Asking is taking: who asks again, because the one before
 * was cut off, learns that nobody knows whether it was sent.
 * @throws {AppError} notFound (404): it went with its learner
 */
export const claimNotice = async (payload: Payload, noticeId: string): Promise<NoticeClaimResponse> => {
  if (!isUuid(noticeId)) throw new AppError({ code: 'notFound', status: 404 })
  return inClientTransaction(payload.db.pool, (client) => claim(client, noticeId))
}
