import type Stripe from 'stripe'

import type { Sales, SoldPlan } from './stripeOf.ts'

export type Subscribed = {
  plan: SoldPlan
  /** Until when it is paid for. */
  paidUntil: Date
  /** Neither cancelled nor behind with a payment. */
  isInOrder: boolean
}

/** A payment that failed is tried again by Stripe for some days, in which nothing is taken away. */
const running = new Set(['active', 'trialing', 'past_due'])

const planOf = ({ prices }: Sales, price: string): SoldPlan | undefined =>
  (['enterprise', 'professional'] as const).find((plan) => prices[plan] === price)

const describe = (sales: Sales, subscription: Stripe.Subscription): Subscribed[] =>
  subscription.items.data.flatMap(({ price, current_period_end: end }) => {
    const plan = planOf(sales, price.id)
    if (plan === undefined) return []
    const isEnding = subscription.cancel_at_period_end || subscription.cancel_at !== null
    const isInOrder = subscription.status !== 'past_due' && !isEnding
    return [{ plan, paidUntil: new Date(end * 1000), isInOrder }]
  })

/** What a customer has subscribed to as Stripe has it now: the largest plan of those that run, null for none. */
export const readSubscription = async (sales: Sales, customer: string): Promise<Subscribed | null> => {
  const { data } = await sales.stripe.subscriptions.list({ customer, status: 'all', limit: 100 })
  const found = data
    .filter(({ status }) => running.has(status))
    .flatMap((subscription) => describe(sales, subscription))
  const rank = ({ plan, paidUntil }: Subscribed) =>
    [Number(plan === 'enterprise'), paidUntil.getTime()] as const
  return found.toSorted((a, b) => rank(b)[0] - rank(a)[0] || rank(b)[1] - rank(a)[1])[0] ?? null
}
