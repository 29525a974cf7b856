import { messageText, type ChatMessage, type NewMessage } from '../../telegram-emulator/src/client.ts'
import type { Stack } from './startStack.ts'

/** A learner who takes a quiz in the chat with a bot, and waits for each answer of it. */
export const quizChat = async ({ emulator }: Pick<Stack, 'emulator'>, bot: string) => {
  const person = await emulator.createPerson({ first_name: 'Ann', language_code: 'en' })
  let last = 0
  /** The bot's next message that fits, an edited one included. */
  const shown = async (fits: (message: ChatMessage) => boolean, after = last) => {
    const message = await emulator.waitForMessage(bot, person.id, (one) => one.from.is_bot && fits(one), {
      after,
    })
    last = Math.max(last, message.message_id)
    return message
  }
  const text = (expected: string) => shown((message) => messageText(message).includes(expected))
  const poll = (expected: string) => shown((message) => message.poll?.question.includes(expected) ?? false)
  const labels = ({ reply_markup: markup }: ChatMessage) =>
    (markup?.inline_keyboard ?? []).flat().map((button) => button.text)
  const tap = (message: ChatMessage, label: RegExp | string) => {
    const fits = (one: string) => (typeof label === 'string' ? one === label : label.test(one))
    const found = labels(message).find(fits)
    if (found === undefined) throw new Error(`no button ${label} below: ${messageText(message)}`)
    return emulator.tap(bot, person.id, { message_id: message.message_id, text: found })
  }
  /** The message as it is when it has been edited so. */
  const edited = (message: ChatMessage, expected: string) =>
    shown(
      (one) => one.message_id === message.message_id && messageText(one).includes(expected),
      message.message_id - 1,
    )
  return {
    person,
    text,
    poll,
    labels,
    tap,
    edited,
    vote: ({ message_id: id }: ChatMessage, ...options: number[]) =>
      emulator.vote(bot, person.id, id, options),
    send: (message: string | NewMessage) => emulator.send(bot, person.id, message),
    messages: () => emulator.messages(bot, person.id),
    /** From the start to the message that shows the first step, which says this. */
    begin: async (expected: string) => {
      await emulator.send(bot, person.id, '/start')
      await tap(await text('A course for tests'), /Start learning/)
      return text(expected)
    },
  }
}
