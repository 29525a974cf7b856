/* global localStorage */
import { api } from './api.js'

const KEY = 'emulator.read'

/** Up to which message each person has read each chat, kept by this browser, and how many messages came since. */
export function createReadMarks() {
  const unread = new Map()
  const read = () => JSON.parse(localStorage.getItem(KEY) ?? '{}')
  const place = (person, bot) => `${person} ${bot}`

  return {
    /** The last message that was seen: 0 if none. */
    last: (person, bot) => read()[place(person, bot)] ?? 0,
    /** By username of the bot. */
    unread,
    /** Everything up to a message is seen. */
    mark(person, bot, id) {
      unread.delete(bot)
      localStorage.setItem(KEY, JSON.stringify({ ...read(), [place(person, bot)]: id }))
    },
    add: (bot) => unread.set(bot, (unread.get(bot) ?? 0) + 1),
    /** Counts anew what came into the chats of a person. */
    async count(person, chats) {
      const marks = read()
      unread.clear()
      const behind = chats.filter(
        (chat) => chat.last_message && chat.last_message.message_id > (marks[place(person, chat.bot)] ?? 0),
      )
      for (const { bot } of behind) {
        const later = await api.messages(bot, person, marks[place(person, bot)])
        const number = later.filter(({ from }) => from.is_bot).length
        if (number > 0) unread.set(bot, number)
      }
    },
    clear() {
      unread.clear()
      localStorage.removeItem(KEY)
    },
  }
}
