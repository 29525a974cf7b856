import type { ChatMessage, NewMessage } from '../../telegram-emulator/src/client.ts'
import { shownText } from './shownText.ts'
import type { Stack } from './startStack.ts'

type Emulator = Stack['emulator']

const buttonsOf = ({ reply_markup: markup }: ChatMessage) => (markup?.inline_keyboard ?? []).flat()

/** Waits for a message of the bot's with such a button and presses it. */
const press = async (emulator: Emulator, bot: string, person: number, label: RegExp, after: number) => {
  const message = await emulator.waitForMessage(
    bot,
    person,
    (one) => one.from.is_bot && buttonsOf(one).some(({ text }) => label.test(text)),
    { after },
  )
  const button = buttonsOf(message).find(({ text }) => label.test(text))
  await emulator.tap(bot, person, { message_id: message.message_id, text: button?.text ?? '' })
  return message.message_id
}

/** A learner begins a course whose first step is an assignment, and hands this text in. */
export const beginAndHandIn = async (
  { emulator }: Pick<Stack, 'emulator'>,
  options: { bot: string; personId: number; text: NewMessage | string },
): Promise<void> => {
  const { bot, personId } = options
  await emulator.send(bot, personId, '/start')
  const welcome = await press(emulator, bot, personId, /^Start learning/, 0)
  await handIn({ emulator }, { ...options, after: welcome })
}

/** Hands text in at the assignment that is open. @param options.after the message above the step */
export const handIn = async (
  { emulator }: Pick<Stack, 'emulator'>,
  options: { bot: string; personId: number; text: NewMessage | string; after: number },
): Promise<void> => {
  const { bot, personId, text, after } = options
  const shown = await emulator.waitForMessage(
    bot,
    personId,
    (one) => one.from.is_bot && buttonsOf(one).length > 0,
    { after },
  )
  await emulator.send(bot, personId, text)
  await press(emulator, bot, personId, /Send for review/, shown.message_id)
}

/** What a bot has said, one text a message. */
export const textsOf = async (emulator: Emulator, bot: string, personId: number): Promise<string[]> =>
  (await emulator.messages(bot, personId)).filter(({ from }) => from.is_bot).map(shownText)
