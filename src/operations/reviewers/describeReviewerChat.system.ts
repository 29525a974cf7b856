import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { ReviewCard, ReviewerChatResponse } from '../../contracts/platformReview.ts'
import { localeOf } from '../applyActions/localeOf.ts'
import { isOfTeam, mayReview } from '../assignments/reviewScope.ts'
import { isUuid } from '../isUuid.ts'
import { adminLink } from '../platform/telegramLinks.ts'
import { describeCards } from './describeCards.system.ts'

type Chat = NonNullable<ReviewerChatResponse['chat']>

/** So many works come one by one; when more wait, their number is said, and each comes when it is asked for. */
const mostCards = 3
/** A digest is edited for so long; then it is said anew, below what came since. */
const digestMs = 6 * 60 * 60_000

type Person = {
  telegramUserId: number
  locale: Locale | null
  languageCode: string | null
  hasCards: boolean
}
type Known = {
  subject: string
  messageId: number | null
  aboveIds: number[]
  shown: string | null
  sentAt: string | null
}

/** What a card shows, in a form that can be compared. */
const keyOf = ({ status, claim, decidedBy }: ReviewCard): string =>
  [status, claim === null ? '' : claim.isMine ? 'mine' : claim.name, decidedBy ?? ''].join('|').slice(0, 300)

/** What a reviewer's chat with the platform bot has to show that it does not show yet. */
export const describeReviewerChat = async (
  req: PayloadRequest,
  userId: string,
): Promise<ReviewerChatResponse> => {
  const { pool } = req.payload.db
  const now = nowIso()
  const { rows: people } = isUuid(userId)
    ? await pool.query<Person>(
        `SELECT telegram_id::float8 AS "telegramUserId", locale::text AS locale,
                language_code AS "languageCode", has_review_cards IS NOT FALSE AS "hasCards"
         FROM users WHERE id = $1::uuid AND is_active AND telegram_id IS NOT NULL`,
        [userId],
      )
    : { rows: [] }
  const [person] = people
  if (person === undefined) return { chat: null }
  const { rows: known } = await pool.query<Known>(
    `SELECT subject, message_id::float8 AS "messageId", coalesce(above_ids, '[]') AS "aboveIds", shown, sent_at AS "sentAt"
     FROM review_cards WHERE user_id = $1::uuid AND is_open ORDER BY sent_at, id`,
    [userId],
  )
  const { rows: waiting } = await pool.query<{ id: string; title: string; courseId: string; isNew: boolean }>(
    `SELECT a.id, c.title, c.id AS "courseId",
            NOT EXISTS (SELECT 1 FROM review_cards k WHERE k.user_id = $1::uuid AND k.subject = a.id::text) AS "isNew"
     FROM assignments a JOIN courses c ON c.id = a.course_id
     WHERE a.status = 'pending' AND a.files_state <> 'waiting' AND ${isOfTeam('$1')} AND ${mayReview('$1')}
     ORDER BY a.submitted_at, a.id`,
    [userId],
  )
  const isFew = waiting.length <= mostCards
  const fresh = person.hasCards && isFew ? waiting.filter(({ isNew }) => isNew).map(({ id }) => id) : []
  const open = known.filter(({ subject }) => subject !== 'digest')
  const cards = await describeCards({
    payload: req.payload,
    userId,
    submissionIds: [...open.map(({ subject }) => subject), ...fresh],
    now,
  })
  const digest = known.find(({ subject }) => subject === 'digest')
  const isStale = Date.parse(now) - Date.parse(digest?.sentAt ?? now) > digestMs
  const wantsDigest = digest !== undefined || (person.hasCards && !isFew)
  const shown = String(waiting.length)
  const titles = Map.groupBy(waiting, ({ courseId }) => courseId)
  const chat: Chat = {
    telegramUserId: person.telegramUserId,
    locale: localeOf(person, 'ru'),
    cards: cards
      .map((card) => {
        const before = open.find(({ subject }) => subject === card.submissionId)
        return {
          card,
          shown: keyOf(card),
          messageId: before?.messageId ?? null,
          aboveIds: before?.aboveIds ?? [],
          before: before?.shown,
        }
      })
      // What was never shown and is over needs no card.
      .filter((one) => one.shown !== one.before && (one.messageId !== null || one.card.status === 'pending'))
      .map(({ before: _before, ...one }) => one),
    digest:
      wantsDigest && (shown !== digest?.shown || (isStale && !isFew))
        ? {
            messageId: isStale ? null : (digest?.messageId ?? null),
            shown,
            waiting: waiting.length,
            courses: [...titles.values()].slice(0, 10).map((works) => ({
              title: works[0]?.title ?? '',
              waiting: works.length,
            })),
            adminUrl: adminLink('/reviews'),
          }
        : null,
  }
  return { chat }
}
