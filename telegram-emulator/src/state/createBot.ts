import { randomInt } from 'node:crypto'

import { makeToken } from './makeToken.ts'
import type { Store } from './store.ts'
import type { BotRecord } from './types.ts'

export interface NewBot {
  username: string
  name: string
  can_manage_bots?: boolean
  /** Of a managed bot: the person and the bot that manages it. */
  ownerId?: number
  managerId?: number
}

/** What BotFather does for /newbot. */
export function createBot(store: Store, input: NewBot): BotRecord {
  const id = store.nextUserId++
  const bot: BotRecord = {
    id,
    token: makeToken(id),
    username: input.username,
    canManageBots: input.can_manage_bots ?? false,
    ...(input.ownerId !== undefined && { ownerId: input.ownerId }),
    ...(input.managerId !== undefined && { managerId: input.managerId }),
    texts: { '': { name: input.name } },
    commands: [],
    menuButton: { type: 'default' },
    chatMenuButtons: {},
    webhook: null,
    allowedUpdates: null,
    lastError: null,
    first410At: null,
    nextUpdateId: randomInt(100_000_000, 900_000_000),
    nextMessageId: 1,
    pending: new Map(),
  }
  store.addBot(bot)
  return bot
}
