import type { Update } from 'grammy/types'

const chatOf = (update: Update): number =>
  update.message?.chat.id ??
  update.callback_query?.message?.chat.id ??
  update.my_chat_member?.chat.id ??
  update.callback_query?.from.id ??
  update.poll_answer?.user?.id ??
  0

/** Handles updates of different chats at once and those of one chat one after the other. */
export const handleInOrder = async (
  updates: Update[],
  handle: (update: Update) => Promise<void>,
): Promise<void> => {
  const chats = new Map<number, Promise<void>>()
  for (const update of updates) {
    const chat = chatOf(update)
    const before = chats.get(chat)
    chats.set(chat, before === undefined ? handle(update) : before.then(() => handle(update)))
  }
  await Promise.all(chats.values())
}
