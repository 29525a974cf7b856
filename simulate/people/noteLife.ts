import { decodeTap } from '../../src/lesson/callbackData.ts'
import type { Deed } from './deed.ts'
import type { Person } from './makePeople.ts'

/** What somebody has done about being written to, and when, simulated. */
export type Life = {
  /** Has told where they live. */
  zoneAt: number | null
  /** Has asked to be left alone from ten in the evening to eight in the morning. */
  quietAt: number | null
  /** Had blocked the bot. */
  away: { from: number; to: number }[]
}

export const newLife = (): Life => ({ zoneAt: null, quietAt: null, away: [] })

/** Keeps what the checks at the end have to know. */
export const noteLife = (life: Life, { habits }: Person, deed: Deed, now: number): void => {
  if (deed.type === 'send' && deed.message === habits.zone) life.zoneAt ??= now
  const tap = deed.type === 'tap' ? decodeTap(deed.data) : null
  if (tap?.action === 'set' && tap.choice === 'quiet22to8') life.quietAt ??= now
  if (deed.type === 'block') life.away.push({ from: now, to: Number.POSITIVE_INFINITY })
  const last = life.away.at(-1)
  if (deed.type === 'unblock' && last) last.to = now
}
