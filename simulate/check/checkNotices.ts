import type { Pool } from 'pg'

import type { Life } from '../people/noteLife.ts'
import type { CallWatch } from '../world/watchCalls.ts'
import type { Verdicts } from './createVerdicts.ts'
import { wallOf } from './retell/wallClock.ts'

type Row = { person: number; bot: string; kind: 'unlocks' | 'reminder'; key: string | null; status: string; sentAt: number | null } // prettier-ignore

/** Who is just doing something else may be told in the same moment. */
const togetherMs = 60_000
const [quietFrom, quietTo] = [22, 8]

const isQuiet = (at: number, zone: string) => {
  const hour = new Date(wallOf(at, zone)).getUTCHours()
  return hour >= quietFrom || hour < quietTo
}

/** Everything that bots have said of their own accord. */
export const checkNotices = async (options: {
  pool: Pool
  calls: Pick<CallWatch, 'notices'>
  lifeOf: (person: number) => Life | undefined
  zoneOf: (person: number, at: number) => string
  /** How many may have been cut off. */
  mostUncertain: number
  verdicts: Verdicts
}): Promise<void> => {
  const { pool, calls, lifeOf, zoneOf, mostUncertain, verdicts } = options
  const { rows } = await pool.query<Row>(
    `SELECT u.telegram_id::float8 AS person, b.username AS bot, n.kind::text AS kind, n.key, n.status::text AS status,
            (extract(epoch FROM n.sent_at) * 1000)::float8 AS "sentAt"
     FROM notices n JOIN enrollments e ON e.id = n.enrollment_id JOIN users u ON u.id = e.user_id
     JOIN bots b ON b.course_id = n.course_id`,
  )
  const told = new Map<string, number>()
  const keys = new Set<string>()
  for (const { person, bot, kind, key, status, sentAt } of rows) {
    const about = `${kind} ${bot} ${person}`
    const where = () => `${about} ${key ?? ''} at ${sentAt === null ? '–' : new Date(sentAt).toISOString()}`
    if (status === 'sent' || status === 'uncertain') told.set(about, (told.get(about) ?? 0) + 1)
    if (key !== null)
      verdicts.expect('nobody is reminded twice of the same', !keys.has(`${about} ${key}`), where)
    keys.add(`${about} ${key}`)
    verdicts.expect('what is told waits for nothing at the end', status !== 'sending', where)
    if (sentAt === null || status !== 'sent') continue
    const life = lifeOf(person)
    if (life === undefined) continue
    const isAway = life.away.some(({ from, to }) => sentAt > from + togetherMs && sentAt < to)
    verdicts.expect('nobody is told anything who has blocked the bot', !isAway, where)
    const isAsked = life.quietAt !== null && sentAt > life.quietAt + togetherMs
    if (isAsked)
      verdicts.expect('nobody is told anything in their quiet hours', !isQuiet(sentAt, zoneOf(person, sentAt)), where) // prettier-ignore
  }
  for (const [about, count] of calls.notices())
    verdicts.expect(
      'what is told of our own accord is sent once',
      count <= (told.get(about) ?? 0),
      () => `${about}: ${count} messages for ${told.get(about) ?? 0} that were to be sent`,
    )
  const uncertain = rows.filter(({ status }) => status === 'uncertain').length
  verdicts.expect('only crashes leave sends uncertain', uncertain <= mostUncertain, () => `${uncertain} are uncertain`) // prettier-ignore
}
