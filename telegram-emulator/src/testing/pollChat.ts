import type { Message, Poll, PollAnswer, Update } from '@grammyjs/types'

import { startedChat } from './startedChat.ts'
import type { TestEmulator } from './testEmulator.ts'

type PollUpdate = { poll: Poll } | { poll_answer: PollAnswer }

/** A chat in which the bot sends polls, with what it is told of them. */
export async function pollChat(options?: Parameters<typeof startedChat>[0]) {
  const chat = await startedChat(options)
  const { bot, person, client, ok } = chat
  let offset = 0
  /** Since the last time: the updates of polls without their numbers. */
  const updates = async (): Promise<PollUpdate[]> => {
    const found = await bot.ok<Update[]>('getUpdates', { offset, allowed_updates: ['poll', 'poll_answer'] })
    offset = (found.at(-1)?.update_id ?? offset - 1) + 1
    return found.flatMap(({ update_id: _id, ...update }) =>
      update.poll || update.poll_answer ? [update as PollUpdate] : [],
    )
  }
  await updates()
  return {
    ...chat,
    updates,
    at: [bot.username, person] as const,
    sendPoll: (parameters: object = {}) =>
      ok<Message.PollMessage>('sendPoll', { question: 'Which?', options: ['A', 'B', 'C'], ...parameters }),
    vote: (messageId: number, ...optionIds: number[]) =>
      client.vote(bot.username, person, messageId, optionIds),
    /** The poll as the person sees it. */
    seen: async (messageId: number, who = person, emulator: Pick<TestEmulator, 'client'> = chat) => {
      const messages = await emulator.client.messages(bot.username, who)
      return messages.find(({ message_id }) => message_id === messageId)?.poll
    },
  }
}

export const QUIZ = {
  type: 'quiz',
  correct_option_ids: [1],
  is_anonymous: false,
  explanation: 'It is <b>B</b>',
}
