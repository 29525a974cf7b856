import type { Pool } from 'pg'
import type { Logger } from 'pino'

import { slugs } from '../contracts/slugs.ts'
import { recordAudit } from '../operations/audit/recordAudit.ts'
import { inClientTransaction } from '../operations/inClientTransaction.ts'
import { askStripe } from './askStripe.ts'
import { readSubscription } from './readSubscription.ts'
import type { Sales } from './stripeOf.ts'

/** How long a plan stays after the time that is paid for, so that a payment can be late. */
const graceDays = 3

const after = (paidUntil: Date) => new Date(paidUntil.getTime() + graceDays * 24 * 60 * 60 * 1000)

/**
 * Makes an account's plan what its customer has subscribed to at Stripe now. May be called for each piece of news, as often
 * and in whatever order it comes: news says that something changed, and Stripe is asked what is. Of two that ask at once the
 * one that asked last has the last word, and a change that it missed brings news of its own.
 * @returns whether the customer is one of ours
 */
export const followSubscription = async (options: {
  sales: Sales
  pool: Pool
  logger: Pick<Logger, 'error'>
  customerId: string
}): Promise<boolean> => {
  const { sales, pool, logger, customerId } = options
  const { rows } = await pool.query<{ userId: string; asked: number }>(
    `UPDATE plan_customers SET asked = asked + 1 WHERE customer_id = $1 AND user_id IS NOT NULL
     RETURNING user_id AS "userId", asked::float8`,
    [customerId],
  )
  const [turn] = rows
  if (turn === undefined) return false
  const { userId, asked } = turn
  const subscribed = await askStripe(logger, () => readSubscription(sales, customerId))
  const to = subscribed?.plan ?? 'free'
  await inClientTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'UPDATE plan_customers SET written = $2 WHERE customer_id = $1 AND written < $2',
      [customerId, asked],
    )
    if (rowCount === 0) return
    const { rows: before } = await client.query<{ plan: string }>(
      'SELECT subscription_plan::text AS plan FROM users WHERE id = $1 FOR UPDATE',
      [userId],
    )
    await client.query(
      `UPDATE users SET subscription_plan = $2, subscription_expires_at = $3, updated_at = $4 WHERE id = $1`,
      [userId, to, subscribed && after(subscribed.paidUntil), new Date()],
    )
    const from = before[0]?.plan ?? null
    if (from !== to)
      await recordAudit(client, {
        ...{ act: 'planChanged', actor: null, on: slugs.users, id: userId },
        details: { from, to },
      })
  })
  return true
}
