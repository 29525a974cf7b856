import type { Payload } from 'payload'

import type { Account } from '../contracts/api/account.ts'
import type { Locale } from '../contracts/locale.ts'
import type { Env } from '../env.ts'
import { AppError } from '../errors/AppError.ts'
import { consumeLimit } from '../operations/identities/consumeLimit.ts'
import { processState } from '../processState.ts'
import { askStripe } from './askStripe.ts'
import { findOrMakeCustomer } from './findOrMakeCustomer.system.ts'
import { readSubscription } from './readSubscription.ts'
import { stripeOf, type Sales, type SoldPlan } from './stripeOf.ts'

type Options = { payload: Payload; env: Env; account: Account; plan: SoldPlan; locale: Locale }

/** A page of Stripe's that was left open could be paid beside the new one. */
const closeOpenPages = async ({ stripe }: Sales, customer: string): Promise<void> => {
  const { data } = await stripe.checkout.sessions.list({ customer, status: 'open', limit: 100 })
  await Promise.all(data.map(({ id }) => stripe.checkout.sessions.expire(id)))
}

/**
 * Where an account pays for a plan: a page of Stripe's. Nobody comes to have two subscriptions: whoever has one changes,
 * renews or pays it in Stripe's own portal.
 * @throws {AppError} plansNotSold (503), paymentsUnreachable (503), planIsYours (409), tooManyRequests (429)
 */
export const startUpgrade = async (options: Options): Promise<{ paymentUrl: string }> => {
  const { payload, env, account, plan, locale } = options
  const sales = stripeOf(env)
  if (sales === null) throw new AppError({ code: 'plansNotSold', status: 503 })
  await consumeLimit(processState().upgradeLimiter, account.id)
  const back = `${env.PUBLIC_URL}/admin/account`
  return askStripe(payload.logger, async () => {
    const { stripe, prices } = sales
    const customer = await findOrMakeCustomer({ sales, pool: payload.db.pool, account })
    const current = await readSubscription(sales, customer)
    if (current?.plan === plan && current.isInOrder) throw new AppError({ code: 'planIsYours', status: 409 })
    if (current !== null) {
      const { url } = await stripe.billingPortal.sessions.create({ customer, locale, return_url: back })
      return { paymentUrl: url }
    }
    await closeOpenPages(sales, customer)
    const { url } = await stripe.checkout.sessions.create({
      ...{ mode: 'subscription', customer, locale, client_reference_id: account.id },
      line_items: [{ price: prices[plan], quantity: 1 }],
      subscription_data: { metadata: { userId: account.id } },
      ...{ success_url: back, cancel_url: back },
    })
    // Without an address there is nowhere to pay: not a page that Stripe shows itself.
    if (url === null) throw new AppError({ code: 'paymentsUnreachable', status: 503 })
    return { paymentUrl: url }
  })
}
