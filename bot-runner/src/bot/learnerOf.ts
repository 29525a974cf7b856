import type { User } from 'grammy/types'

import type { RunnerAction } from '../../../src/contracts/runnerActions.ts'

/** Postgres takes neither a NUL nor half a surrogate pair, and cutting a name may leave such a half. */
const clean = (name: string, max: number): string => {
  if (name.length <= max && name.isWellFormed() && !name.includes('\0')) return name
  const cut = name.replaceAll('\0', '').slice(0, max)
  return cut.isWellFormed() ? cut : cut.toWellFormed().replace(/\uFFFD$/, '')
}

const cleanOrNull = (name: string | undefined, max: number): string | null =>
  name === undefined ? null : clean(name, max)

/** A person as the contract with the CMS wants them; longer names than it allows are cut. */
export const learnerOf = (user: User): RunnerAction['learner'] => ({
  telegramUserId: user.id,
  firstName: clean(user.first_name, 256),
  lastName: cleanOrNull(user.last_name, 256),
  username: cleanOrNull(user.username, 64),
  languageCode: cleanOrNull(user.language_code, 35),
})
