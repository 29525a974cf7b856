import type { User } from 'grammy/types'

import type { RunnerAction } from '../../../src/contracts/runnerActions.ts'
import { cleanText } from './cleanText.ts'

const cleanOrNull = (name: string | undefined, max: number): string | null =>
  name === undefined ? null : cleanText(name, max)

/** A person as the contract with the CMS wants them; longer names than it allows are cut. */
export const learnerOf = (user: User): RunnerAction['learner'] => ({
  telegramUserId: user.id,
  firstName: cleanText(user.first_name, 256),
  lastName: cleanOrNull(user.last_name, 256),
  username: cleanOrNull(user.username, 64),
  languageCode: cleanOrNull(user.language_code, 35),
})
