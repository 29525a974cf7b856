import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import { shownText } from './shownText.ts'
import type { Stack } from './startStack.ts'

/** A new learner in the chat with a bot. */
export const learnInChat = async ({ emulator }: Pick<Stack, 'emulator'>, bot: string) => {
  const person = await emulator.createPerson({ first_name: 'Learner', language_code: 'en' })
  let shown: ChatMessage | undefined

  const waitFor = async (expected: string) => {
    shown = await emulator.waitForMessage(
      bot,
      person.id,
      (message) => message.from.is_bot && shownText(message).includes(expected),
      { after: shown?.message_id ?? 0 },
    )
    return shownText(shown)
  }
  return {
    personId: person.id,
    /** @returns what the bot's next message says that contains `expected` */
    waitFor,
    /** @returns the bot's message that contains `expected` */
    start: async (expected: string) => {
      await emulator.send(bot, person.id, '/start')
      return waitFor(expected)
    },
    tap: async (label: RegExp, expected: string) => {
      const button = shown?.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text))
      if (!shown || !button) throw new Error(`no button ${label} below: ${shown && shownText(shown)}`)
      await emulator.tap(bot, person.id, { message_id: shown.message_id, text: button.text })
      return waitFor(expected)
    },
  }
}
