import { onTestFinished } from 'vitest'

import { createEmulatorClient, type EmulatorClient } from '../client.ts'
import { startEmulator, type EmulatorOptions } from '../startEmulator.ts'
import type { BotApiAnswer } from '../state/types.ts'

export interface TestBot {
  username: string
  token: string
  /** Calls a method with a JSON body; the envelope comes back as it is. */
  call(method: string, parameters?: object): Promise<BotApiAnswer & { status: number }>
  /** Calls a method that is expected to succeed. */
  ok<T = unknown>(method: string, parameters?: object): Promise<T>
  /** Calls a method that is expected to fail; gives `code description`. */
  error(method: string, parameters?: object): Promise<string>
}

export interface TestEmulator {
  url: string
  client: EmulatorClient
  createBot(name?: string): Promise<TestBot>
  /** A person who has started the bot, so that it may write to them. */
  startedBy(bot: TestBot, firstName?: string): Promise<number>
}

/** An emulator on a free port that ends with the test. */
export async function testEmulator(options: Omit<EmulatorOptions, 'port'> = {}): Promise<TestEmulator> {
  const emulator = await startEmulator({ port: 0, ...options })
  onTestFinished(() => emulator.close())
  return connect(emulator.url)
}

/** The same tools for an emulator that runs elsewhere. */
export function connect(url: string): TestEmulator {
  const client = createEmulatorClient(url)
  let bots = 0
  return {
    url,
    client,
    async createBot(name = 'Test') {
      bots += 1
      const username = `test_${bots}_bot`
      const { token } = await client.createBot({ username, name })
      return botCalls(url, username, token)
    },
    async startedBy(bot, firstName = 'Ann') {
      const person = await client.createPerson({ first_name: firstName, language_code: 'en' })
      await client.send(bot.username, person.id, '/start')
      return person.id
    },
  }
}

export function botCalls(url: string, username: string, token: string): TestBot {
  const call: TestBot['call'] = async (method, parameters = {}) => {
    const response = await fetch(`${url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    })
    return { ...((await response.json()) as BotApiAnswer), status: response.status }
  }
  return {
    username,
    token,
    call,
    async ok<T>(method: string, parameters?: object) {
      const answer = await call(method, parameters)
      if (!answer.ok) throw new Error(`${method}: ${answer.error_code} ${answer.description}`)
      return answer.result as T
    },
    async error(method, parameters) {
      const answer = await call(method, parameters)
      if (answer.ok) throw new Error(`${method} succeeded`)
      if (answer.status !== answer.error_code)
        throw new Error(`HTTP ${answer.status} for code ${answer.error_code}`)
      return `${answer.error_code} ${answer.description}`
    },
  }
}
