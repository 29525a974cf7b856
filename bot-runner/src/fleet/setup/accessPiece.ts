import type { WishedBot } from '../../../../src/contracts/runnerBots.ts'
import { hashOf, type Piece } from './wishedPieces.ts'

export type Access = NonNullable<WishedBot['access']>

/** Tells Telegram whom it is to let into a bot; null: no platform bot can. */
export type SetAccess = ((telegramBotId: number, access: Access) => Promise<unknown>) | null

const name = 'access'

/** A bot that was never closed need not be opened. */
export const accessPiece = (
  telegramBotId: number,
  access: WishedBot['access'],
  applied: Record<string, string>,
  setAccess: SetAccess,
): Piece[] => {
  if (access === null || setAccess === null) return []
  const hash = access.isRestricted ? hashOf(access.userIds) : 'open'
  if ((applied[name] ?? 'open') === hash) return []
  return [{ name, hash, apply: () => setAccess(telegramBotId, access) }]
}
