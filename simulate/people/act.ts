import type { SimulatedStack } from '../stack/startStack.ts'
import type { UpdateCount } from '../world/createUpdateCount.ts'
import type { Deed } from './deed.ts'

/** Refused before any bot could be told of it. */
const isRefused = (error: unknown) => / answered 4\d\d/.test(error instanceof Error ? error.message : '')

/**
 * Does in the emulator what somebody has decided to do. What the bot makes of it is not waited for; what the emulator
 * itself refuses is told.
 */
export const act = async (
  { emulator }: Pick<SimulatedStack, 'emulator'>,
  options: {
    bot: string
    personId: number
    deed: Deed
    updates: UpdateCount
    onRefused: (why: string) => void
  },
): Promise<void> => {
  const { bot, personId, deed, updates, onRefused } = options
  const told = async (doing: Promise<unknown>) => {
    updates.expect()
    await doing.catch((error: unknown) => {
      if (!isRefused(error)) return
      updates.expect(-1)
      onRefused(String(error))
    })
  }
  switch (deed.type) {
    case 'tap': {
      const tap = () => told(emulator.tap(bot, personId, { message_id: deed.messageId, data: deed.data }))
      // A tap is answered when the bot answers it, which may be never.
      void tap()
      if (deed.times === 2) void tap()
      return
    }
    case 'vote':
      return told(emulator.vote(bot, personId, deed.messageId, deed.options))
    case 'send':
      return told(emulator.send(bot, personId, deed.message))
    case 'block':
      return told(emulator.block(bot, personId))
    case 'unblock':
      return told(emulator.unblock(bot, personId))
  }
}
