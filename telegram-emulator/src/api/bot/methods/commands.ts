import type { BotCommand } from '@grammyjs/types'

import { publishChatState } from '../../../state/chatState.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { isObject, requiredString, within } from '../fields.ts'
import { LIMITS } from '../validate/limits.ts'
import { readCommandScope, scopeKey } from '../validate/readCommandScope.ts'
import { readLanguage } from '../validate/readLanguage.ts'

const setMyCommands: BotApiMethod = (call) => {
  const commands = readCommands(call.parameters.json('commands', 'commands'))
  replaceList(call, commands)
  return true
}

const deleteMyCommands: BotApiMethod = (call) => {
  replaceList(call, [])
  return true
}

const getMyCommands: BotApiMethod = (call) => {
  const key = listKey(call)
  return call.bot.commands.find((list) => keyOf(list) === key)?.commands ?? []
}

export const commands = { setMyCommands, deleteMyCommands, getMyCommands }

function replaceList(call: BotApiCall, commands: BotCommand[]): void {
  const scope = readCommandScope(call)
  const language_code = readLanguage(call.parameters)
  const key = listKey(call)
  const others = call.bot.commands.filter((list) => keyOf(list) !== key)
  call.bot.commands = commands.length > 0 ? [...others, { scope, language_code, commands }] : others
  call.emulator.store.changed()
  call.emulator.events.publish({ type: 'bot', bot: call.bot.username })
  if (scope.type === 'chat')
    publishChatState(call.emulator, { botId: call.bot.id, personId: Number(scope.chat_id) })
}

function listKey(call: BotApiCall): string {
  return keyOf({ scope: readCommandScope(call), language_code: readLanguage(call.parameters) })
}

function keyOf(list: { scope: Parameters<typeof scopeKey>[0]; language_code: string }): string {
  return `${scopeKey(list.scope)}|${list.language_code}`
}

function readCommands(value: unknown): BotCommand[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badRequest('expected an Array of BotCommand')
  if (value.length > LIMITS.commands) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return value.map((item) => checkCommand(within("can't parse BotCommand", () => readCommand(item))))
}

function readCommand(item: unknown): BotCommand {
  if (!isObject(item)) throw new Error('expected an Object')
  return {
    ...item,
    command: requiredString(item, 'command'),
    description: requiredString(item, 'description'),
  }
}

function checkCommand(given: BotCommand): BotCommand {
  const command = given.command.trim().replace(/^\//, '')
  const description = given.description.trim()
  if (command === '') throw badRequest('command must be non-empty')
  if ([...command].length > LIMITS.commandCharacters)
    throw badRequest(`command length must not exceed ${LIMITS.commandCharacters}`)
  if (description === '') throw badRequest('command description must be non-empty')
  if ([...description].length > LIMITS.commandDescriptionCharacters)
    throw badRequest(`command description length must not exceed ${LIMITS.commandDescriptionCharacters}`)
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  return { ...given, command, description }
}
