import type { ChatMessage, ChatState } from '../client.ts'
import { testEmulator, type TestBot, type TestEmulator } from './testEmulator.ts'

interface StartedChat extends TestEmulator {
  bot: TestBot
  person: number
  /** A text of the bot, with other parameters of sendMessage. */
  sendText(text: string, parameters?: object): Promise<ChatMessage>
  /** A method with the chat's id, expected to succeed. */
  ok<T = unknown>(method: string, parameters?: object): Promise<T>
  /** A method with the chat's id, expected to fail; gives `code description`. */
  error(method: string, parameters?: object): Promise<string>
  messages(): Promise<ChatMessage[]>
  state(): Promise<ChatState>
}

/** An emulator with a bot that a person has started. */
export async function startedChat(options?: Parameters<typeof testEmulator>[0]): Promise<StartedChat> {
  const emulator = await testEmulator(options)
  const bot = await emulator.createBot()
  const person = await emulator.startedBy(bot)
  return {
    ...emulator,
    bot,
    person,
    sendText: (text, parameters) => bot.ok('sendMessage', { chat_id: person, text, ...parameters }),
    ok: (method, parameters) => bot.ok(method, { chat_id: person, ...parameters }),
    error: (method, parameters) => bot.error(method, { chat_id: person, ...parameters }),
    messages: () => emulator.client.messages(bot.username, person),
    state: () => emulator.client.chatState(bot.username, person),
  }
}
