import { AppError } from '../../errors/AppError.ts'
import { loginKey } from '../../gateway/loginKey.ts'
import { consumeLimit } from '../identities/consumeLimit.ts'
import { processState } from '../../processState.ts'

/**
 * Counts a mail that somebody asks for.
 * @throws {AppError} mailNotSetUp (503) when this installation sends none; tooManyRequests (429)
 */
export const limitMail = async (options: {
  isSetUp: boolean
  userId: string
  email: string
}): Promise<void> => {
  const { isSetUp, userId, email } = options
  if (!isSetUp) throw new AppError({ code: 'mailNotSetUp', status: 503 })
  const { mailLimiter } = processState()
  await consumeLimit(mailLimiter, `user:${userId}`)
  await consumeLimit(mailLimiter, `address:${loginKey(email)}`)
}
