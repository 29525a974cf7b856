import type { User } from 'grammy/types'

let nextUpdateId = 1000

export const person: User = { id: 5001, is_bot: false, first_name: 'Ada', language_code: 'en' }

const chatWith = (from: User) => ({ id: from.id, type: 'private' as const, first_name: from.first_name })

/** Updates as Telegram sends them, with rising ids. */
export const messageUpdate = (content: object, from = person, chat: object = chatWith(from)) => ({
  update_id: nextUpdateId++,
  message: { message_id: 1, date: 1, from, chat, ...content },
})

export const textUpdate = (text: string, from = person) => messageUpdate({ text }, from)

export const tapUpdate = (data: string, from = person) => ({
  update_id: nextUpdateId++,
  callback_query: {
    id: String(nextUpdateId),
    from,
    chat_instance: '1',
    data,
    message: { message_id: 1, date: 1, chat: chatWith(from), text: 'a view' },
  },
})

export const pollAnswerUpdate = (pollId: string, options: number[], from = person) => ({
  update_id: nextUpdateId++,
  poll_answer: {
    poll_id: pollId,
    user: from,
    option_ids: options,
    option_persistent_ids: options.map(String),
  },
})

export const membershipUpdate = (status: 'kicked' | 'member', from = person) => ({
  update_id: nextUpdateId++,
  my_chat_member: {
    chat: chatWith(from),
    from,
    date: 1,
    old_chat_member: { status: status === 'kicked' ? 'member' : 'kicked', user: person },
    new_chat_member: { status, user: person },
  },
})
