import Stripe from 'stripe'
import type { Pool } from 'pg'

import type { Account } from '../contracts/api/account.ts'
import type { Sales } from './stripeOf.ts'

type Options = { sales: Sales; pool: Pool; account: Pick<Account, 'id' | 'email'> }

const find = async (pool: Pool, userId: string): Promise<string | null> => {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT customer_id AS id FROM plan_customers WHERE user_id = $1',
    [userId],
  )
  return rows[0]?.id ?? null
}

/** Deleted by hand at Stripe, or of another Stripe account than the one that is set up now. */
const isGone = async ({ stripe }: Sales, customerId: string): Promise<boolean> => {
  try {
    return (await stripe.customers.retrieve(customerId)).deleted === true
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing')
      return true
    throw error
  }
}

/**
 * As whom Stripe knows an account: one customer for each, also when it is asked for twice at once, for Stripe answers the
 * same key the same.
 */
export const findOrMakeCustomer = async ({ sales, pool, account }: Options): Promise<string> => {
  const known = await find(pool, account.id)
  if (known !== null && !(await isGone(sales, known))) return known
  const { id } = await sales.stripe.customers.create(
    { ...(account.email !== null && { email: account.email }), metadata: { userId: account.id } },
    { idempotencyKey: ['customer', account.id, known ?? 'first', account.email ?? ''].join(' ') },
  )
  await pool.query(
    `INSERT INTO plan_customers (user_id, customer_id, asked, written) VALUES ($1, $2, 0, 0)
     ON CONFLICT (user_id) DO UPDATE SET customer_id = excluded.customer_id
     WHERE plan_customers.customer_id = $3`,
    [account.id, id, known ?? id],
  )
  return (await find(pool, account.id)) ?? id
}
