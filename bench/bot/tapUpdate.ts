import { nextUpdateId } from './nextUpdateId.ts'
import type { Learner } from './scene.ts'

/** What Telegram proves itself with. */
export const secretHeader = (secret: string): string => `x-telegram-bot-api-secret-token: ${secret}\r\n`

/** The next update of the run, in which this learner taps a button, as Telegram words it. */
export const tapUpdate = ({ telegramId }: Pick<Learner, 'telegramId'>, data: string): string => {
  const id = nextUpdateId()
  const chat = { id: telegramId, first_name: 'Ann', type: 'private' }
  return JSON.stringify({
    update_id: id,
    callback_query: {
      id: String(id),
      from: { id: telegramId, is_bot: false, first_name: 'Ann', language_code: 'en' },
      message: { message_id: 1001, date: 1_700_000_000, chat, text: 'The step above the button.' },
      chat_instance: '1',
      data,
    },
  })
}
