import Stripe from 'stripe'

import type { Env } from '../env.ts'
import { processState } from '../processState.ts'

export type SoldPlan = 'professional' | 'enterprise'

/** Stripe as this installation uses it. */
export type Sales = { stripe: Stripe; webhookSecret: string; prices: Record<SoldPlan, string> }

type Settings = Pick<
  Env,
  | 'STRIPE_SECRET_KEY'
  | 'STRIPE_WEBHOOK_SECRET'
  | 'STRIPE_PRICE_PROFESSIONAL'
  | 'STRIPE_PRICE_ENTERPRISE'
  | 'STRIPE_API_ROOT'
>

const connect = (secretKey: string, root: string): Stripe => {
  const { protocol, hostname, port } = new URL(root)
  const isSecure = protocol === 'https:'
  return new Stripe(secretKey, {
    ...{ protocol: isSecure ? 'https' : 'http', host: hostname, port: port || (isSecure ? 443 : 80) },
    ...{ timeout: 10_000, maxNetworkRetries: 1, telemetry: false },
  })
}

/** Set up once for the process; null where no plans are sold. */
export const stripeOf = (env: Settings): Sales | null => {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env
  const { STRIPE_PRICE_PROFESSIONAL: professional, STRIPE_PRICE_ENTERPRISE: enterprise } = env
  if (!secretKey || !webhookSecret || !professional || !enterprise) return null
  return (processState().sales ??= {
    stripe: connect(secretKey, env.STRIPE_API_ROOT),
    webhookSecret,
    prices: { professional, enterprise },
  })
}
