import { randomInt } from 'node:crypto'

import type { InlineKeyboardButton } from '@grammyjs/types'

import type { Emulator } from '../../emulator.ts'
import { chatInstance } from '../../state/chatInstance.ts'
import { richButtons } from '../../state/rich/richButtons.ts'
import type { CallbackAnswer, ChatMessage } from '../../state/types.ts'
import { LIMITS } from '../bot/validate/limits.ts'
import { inlineAction } from '../bot/validate/readInlineButton.ts'
import { ControlError } from './controlError.ts'
import { findOpenChat, requireAccess, type Parties } from './findParties.ts'

export interface Tap {
  message_id: number
  text?: string | undefined
  data?: string | undefined
}

/** The person taps an inline button; resolves with what they see then. */
export async function tapButton(emulator: Emulator, parties: Parties, tap: Tap): Promise<CallbackAnswer> {
  const { bot, person } = parties
  const { tapMs } = emulator.limits
  requireAccess(parties)
  const chat = findOpenChat(emulator, parties)
  if (chat.isBlocked) throw new ControlError(409, `person ${person.id} has blocked @${bot.username}`)
  const message = chat.messages.get(tap.message_id)
  if (!message) throw new ControlError(404, `message_id: there is no message ${tap.message_id} in this chat`)
  if (message.from.id !== bot.id)
    throw new ControlError(400, `message_id: message ${tap.message_id} is not the bot's`)
  const pressed = tap.data === undefined ? press(message, tap.text ?? '') : { data: checkData(tap.data) }
  if ('seen' in pressed) return pressed.seen
  const button = `${bot.id}:${person.id}:${tap.message_id}:${pressed.data}`
  const cached = emulator.store.callbackAnswers.get(button)
  if (cached && cached.expiresAt > emulator.clock.now()) return cached.answer

  const queryId = makeQueryId()
  removeExpired(emulator)
  emulator.store.callbackQueries.set(queryId, {
    id: queryId,
    botId: bot.id,
    personId: person.id,
    button,
    expiresAt: emulator.clock.now() + LIMITS.callbackQueryLifetimeS * 1000,
  })
  const answer = emulator.taps.wait(queryId, tapMs)
  emulator.deliveries.push(bot, {
    type: 'callback_query',
    payload: {
      id: queryId,
      from: person,
      message,
      chat_instance: chatInstance(bot.id, person.id),
      data: pressed.data,
    },
  })
  const seen = await answer
  if (seen) return seen
  throw new ControlError(504, `@${bot.username} did not call answerCallbackQuery within ${tapMs / 1000} s`)
}

/** What the button sends to the bot, or what the person sees at once. */
function press(message: ChatMessage, label: string): { data: string } | { seen: CallbackAnswer } {
  const keyboard: InlineKeyboardButton[] = message.reply_markup?.inline_keyboard.flat() ?? []
  const buttons = [...richButtons(message.rich_message?.blocks ?? []), ...keyboard]
  const button = buttons.find((candidate) => candidate.text === label)
  if (!button) {
    const labels = buttons.map((candidate) => `"${candidate.text}"`).join(', ') || 'none'
    throw new ControlError(
      404,
      `text: message ${message.message_id} has no button "${label}"; it has: ${labels}`,
    )
  }
  if ('callback_data' in button) return { data: button.callback_data }
  if ('url' in button) return { seen: { url: button.url } }
  if ('copy_text' in button) return { seen: { copied: button.copy_text.text } }
  if ('disabled' in button) return { seen: {} }
  if ('web_app' in button)
    throw new ControlError(400, `text: the button "${label}" opens a Mini App: GET /emulator/init-data`)
  throw new ControlError(
    501,
    `text: the button "${label}" has ${inlineAction(button)}, which is not emulated`,
  )
}

/** Any data is sent, on the keyboard or not: a client whose screen is behind sends an older button's data. */
function checkData(data: string): string {
  const size = Buffer.byteLength(data)
  if (size < 1 || size > LIMITS.callbackDataBytes)
    throw new ControlError(400, `data: expected 1–64 bytes, not ${size}`)
  return data
}

function removeExpired(emulator: Emulator): void {
  const { callbackQueries } = emulator.store
  const now = emulator.clock.now()
  // Queries live equally long: the first one that is alive ends the search.
  for (const query of callbackQueries.values()) {
    if (query.expiresAt > now) break
    callbackQueries.delete(query.id)
  }
}

/** Like Telegram's: a decimal string too long for a JavaScript number. */
function makeQueryId(): string {
  return `${randomInt(1_000_000_000, 9_000_000_000)}${randomInt(100_000_000, 999_999_999)}`
}
