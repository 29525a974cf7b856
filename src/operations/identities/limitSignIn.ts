import { processState } from '../../processState.ts'
import { consumeLimit } from './consumeLimit.ts'
import { initDataDigest } from './readInitData.ts'

/** @throws {AppError} tooManyRequests (429) when an address signs in too often, or one initData comes again and again */
export const limitSignIn = async ({
  address,
  initData,
}: {
  address: string
  initData: string
}): Promise<void> => {
  const { signInLimiter, initDataLimiter } = processState()
  await consumeLimit(signInLimiter, address)
  await consumeLimit(initDataLimiter, initDataDigest(initData))
}
