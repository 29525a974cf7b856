import { createHash } from 'node:crypto'

import { processState } from '../../processState.ts'
import { consumeLimit } from './consumeLimit.ts'

/** @throws {AppError} tooManyRequests (429) when an address signs in too often, or one initData comes again and again */
export const limitSignIn = async ({
  address,
  initData,
}: {
  address: string
  initData: string
}): Promise<void> => {
  const { signInLimiter, initDataLimiter } = processState()
  const digest = createHash('sha256').update(initData).digest('base64url')
  await consumeLimit(signInLimiter, address)
  await consumeLimit(initDataLimiter, digest)
}
