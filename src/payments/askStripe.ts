import type { Logger } from 'pino'
import Stripe from 'stripe'

import { AppError } from '../errors/AppError.ts'

/**
 * What goes wrong at Stripe is Stripe's or the operator's matter: it is logged, without what was sent, and people hear that
 * payments cannot be reached.
 * @throws {AppError} paymentsUnreachable (503)
 */
export const askStripe = async <Answer>(
  logger: Pick<Logger, 'error'>,
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const { type, code, statusCode, requestId } = error
    logger.error(
      { type, code, statusCode, stripeRequestId: requestId },
      'Stripe did not do what it was asked',
    )
    throw new AppError({ code: 'paymentsUnreachable', status: 503 })
  }
}
