import type { Emulator } from '../../../emulator.ts'
import type { ChatMessage } from '../../../state/types.ts'
import { requestOf } from '../../bot/validate/readKeyboardRows.ts'
import { ControlError } from '../controlError.ts'
import type { Parties } from '../findParties.ts'
import { keyboardButtons } from './keyboardButton.ts'
import { sendFromPerson } from './sendFromPerson.ts'

/** What else has to be said when a button asks for more than the person's contact. */
const ASKS: Record<string, string> = {
  request_location: 'asks for a location: send {location}',
  request_users: 'asks to choose people: send {users_shared}',
  request_managed_bot: 'asks to make a bot: POST /emulator/managed-bots',
  web_app: 'opens a Mini App: GET /emulator/init-data',
}

/** The person presses a button of the keyboard below the chat. */
export function pressButton(emulator: Emulator, parties: Parties, label: string): ChatMessage {
  const buttons = keyboardButtons(emulator.store.chat(parties.bot.id, parties.person.id))
  const button = buttons.find(({ text }) => text === label)
  if (!button) {
    const labels = buttons.map(({ text }) => `"${text}"`).join(', ') || 'none'
    throw new ControlError(404, `text: the keyboard has no button "${label}"; it has: ${labels}`)
  }
  const request = requestOf(button)
  if (!request) return sendFromPerson(emulator, parties, { text: label })
  if (request === 'request_contact') return sendFromPerson(emulator, parties, { contact: true })
  const asks = ASKS[request]
  if (asks) throw new ControlError(400, `text: the button "${label}" ${asks}`)
  throw new ControlError(501, `text: the button "${label}" has ${request}, which is not emulated`)
}
