import { publishChatState } from '../../../state/chatState.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { readMenuButton } from '../validate/readMenuButton.ts'

const setChatMenuButton: BotApiMethod = (call) => {
  const chatId = readChatId(call)
  const button = readMenuButton(call.parameters)
  const { bot, emulator } = call
  if (chatId === undefined) bot.menuButton = button
  else if (button.type === 'default') delete bot.chatMenuButtons[chatId]
  else bot.chatMenuButtons[chatId] = button
  emulator.store.changed()
  emulator.events.publish({ type: 'bot', bot: bot.username })
  if (chatId !== undefined) publishChatState(emulator, { botId: bot.id, personId: chatId })
  return true
}

const getChatMenuButton: BotApiMethod = (call) => {
  const chatId = readChatId(call)
  return (chatId !== undefined && call.bot.chatMenuButtons[chatId]) || call.bot.menuButton
}

export const menuButton = { setChatMenuButton, getChatMenuButton }

/** A chat's own button, or undefined for the one of every chat. Blocking the bot does not hinder it. */
function readChatId({ emulator, bot, parameters }: BotApiCall): number | undefined {
  if (!parameters.has('chat_id')) return undefined
  const id = parameters.identifier('chat_id')
  if (!emulator.store.chat(bot.id, id)) throw badRequest('chat not found')
  return id
}
