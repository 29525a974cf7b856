import { raw, type Request, type RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import Stripe from 'stripe'

import type { Env } from '../env.ts'
import { describeFailure } from '../errors/describeFailure.ts'
import { refuse } from '../gateway/refuse.ts'
import { followSubscription } from './followSubscription.system.ts'
import { stripeOf } from './stripeOf.ts'

const readBody = raw({ type: () => true, limit: '1mb' })

/** Whatever happens to a subscription, its payments or the page where it was bought. */
const isNews = (type: string) =>
  /^(checkout\.session\.|customer\.subscription\.|invoice\.(paid|payment_failed)$)/.test(type)

const customerOf = ({ data }: Stripe.Event): string | null => {
  const { customer } = data.object as { customer?: string | { id: string } | null }
  return typeof customer === 'string' ? customer : (customer?.id ?? null)
}

/** @throws {Stripe.errors.StripeSignatureVerificationError} when it is not Stripe that sent it, or long ago */
const readEvent = (request: Request, secret: string): Stripe.Event =>
  Stripe.webhooks.constructEvent(request.body as Buffer, request.headers['stripe-signature'] ?? '', secret)

/**
 * What Stripe tells of subscriptions, once it is proven to be Stripe's. Answered 2xx when the account's plan is what it is
 * at Stripe; whatever is answered otherwise comes again.
 */
export const stripeWebhook = (options: { pool: Pool; env: Env; logger: Logger }): RequestHandler[] => {
  const { pool, env, logger } = options
  const sales = stripeOf(env)
  if (sales === null) return [(_request, _response, next) => next()]
  return [
    (request, response, next) =>
      readBody(request, response, (error?: { status?: number }) => {
        if (error === undefined) return next()
        const isLarge = error.status === 413
        if (isLarge)
          refuse(request, response, { status: 413, code: 'bodyTooLarge', values: { megabytes: 1 } })
        else refuse(request, response, { status: 400, code: 'inputInvalid' })
      }),
    async (request, response) => {
      let event: Stripe.Event
      try {
        event = readEvent(request, sales.webhookSecret)
      } catch (error) {
        if (
          !(error instanceof Stripe.errors.StripeSignatureVerificationError) &&
          !(error instanceof SyntaxError)
        )
          throw error
        return refuse(request, response, { status: 400, code: 'signatureInvalid' })
      }
      const customerId = isNews(event.type) ? customerOf(event) : null
      if (customerId !== null) {
        try {
          const isOurs = await followSubscription({ sales, pool, logger, customerId })
          if (!isOurs)
            logger.info({ event: event.id, type: event.type }, 'news of a customer that is not ours')
        } catch (error) {
          const { code, status } = describeFailure(error, 'en')
          if (code === 'internal') throw error
          return refuse(request, response, { status, code: 'paymentsUnreachable' })
        }
      }
      response.json({ received: true })
    },
  ]
}
