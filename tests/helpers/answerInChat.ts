import type { ChatMessage, NewMessage } from '../../telegram-emulator/src/client.ts'
import { shownText } from './shownText.ts'
import type { Stack } from './startStack.ts'
import { waitFor } from './waitFor.ts'

/** A new learner who has begun the course of a bot, whose first step is an assignment. */
export const answerInChat = async ({ emulator }: Pick<Stack, 'emulator'>, bot: string, task: string) => {
  const person = await emulator.createPerson({ first_name: 'Ann', language_code: 'en' })

  /** The bot's last message that says so, as it is when it has been edited. */
  const shown = (expected: string): Promise<ChatMessage> =>
    waitFor(
      `"${expected}" in the chat`,
      async () => {
        const messages = await emulator.messages(bot, person.id)
        return messages.findLast(({ from, ...message }) =>
          from.is_bot ? shownText({ from, ...message }).includes(expected) : false,
        )
      },
      30_000,
    )
  const tap = (message: ChatMessage, label: RegExp) => {
    const button = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text))
    if (button === undefined) throw new Error(`no button ${label} below: ${shownText(message)}`)
    return emulator.tap(bot, person.id, { message_id: message.message_id, text: button.text })
  }
  const send = (message: string | NewMessage) => emulator.send(bot, person.id, message)

  await send('/start')
  await tap(await shown('Press "Start learning"'), /Start learning/)
  const intro = await shown(task)
  return { person, shown, tap, send, intro }
}
