import type { Emulator } from '../emulator.ts'
import type { PollRecord, PollState } from '../state/types.ts'

/** Gives the poll another state: every message that shows it changes, and the bot that sent it is told. */
export function changePoll(
  { store, events, deliveries }: Pick<Emulator, 'store' | 'events' | 'deliveries'>,
  record: PollRecord,
  poll: PollState,
): void {
  const bot = store.botById(record.botId)
  if (!bot) return
  record.poll = poll
  for (const [person, messageIds] of Object.entries(record.places)) {
    const chat = store.chat(bot.id, Number(person))
    for (const id of messageIds) {
      const old = chat?.messages.get(id)
      if (!chat || !old?.poll) continue
      const { description, description_entities, media } = old.poll
      // These belong to the message alone.
      const kept = {
        ...(description !== undefined && { description }),
        ...(description_entities && { description_entities }),
        ...(media && { media }),
      }
      const message = { ...old, poll: { ...poll, ...kept } }
      store.putMessage(chat, message)
      if (!chat.hiddenMessageIds.has(id))
        events.publish({ type: 'edit', bot: bot.username, person: chat.personId, message })
    }
  }
  store.changed()
  deliveries.push(bot, { type: 'poll', payload: poll })
}
