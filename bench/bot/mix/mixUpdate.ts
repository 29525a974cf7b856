import { nextUpdateId } from '../nextUpdateId.ts'
import { tapUpdate } from '../tapUpdate.ts'

/** The next update of the run, as Telegram words it: a tap on a button that carries `data`, or a text. */
export const mixUpdate = (telegramId: number, kind: 'tap' | 'text', data: string): string => {
  if (kind === 'tap') return tapUpdate({ telegramId }, data)
  const id = nextUpdateId()
  return JSON.stringify({
    update_id: id,
    message: {
      message_id: id,
      date: 1_700_000_000,
      from: { id: telegramId, is_bot: false, first_name: 'Ann', language_code: 'en' },
      chat: { id: telegramId, first_name: 'Ann', type: 'private' },
      text: data,
    },
  })
}
