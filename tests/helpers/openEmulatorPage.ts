import type { Page } from 'playwright-core'

import { createEmulatorClient } from '../../telegram-emulator/src/client.ts'
import { startEmulator } from '../../telegram-emulator/src/startEmulator.ts'
import { startBrowser, type Browser } from './browser.ts'

type Options = Omit<Parameters<Browser['open']>[0], 'baseURL' | 'problems'>

/** An emulator of its own, a browser, and chats in its page with bots that the test itself speaks for. */
export async function openEmulatorPage() {
  const emulator = await startEmulator({ port: 0 })
  const client = createEmulatorClient(emulator.url)
  const browser = await startBrowser()
  let count = 0

  /** A new person in a chat with a new bot; the chat has begun unless `isNew`. */
  async function openChat({ isNew = false, ...options }: Options & { isNew?: boolean } = {}) {
    count += 1
    const bot = `page${count}_bot`
    const { token } = await client.createBot({ username: bot, name: `Bot ${count}` })
    const person = await client.createPerson({ first_name: 'Ann', language_code: 'en' })
    const call = async <T>(method: string, parameters: object = {}): Promise<T> => {
      const response = await fetch(`${emulator.url}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
      })
      const answer = (await response.json()) as { ok: boolean; result: T; description?: string }
      if (!answer.ok) throw new Error(`${method}: ${answer.description}`)
      return answer.result
    }
    if (!isNew) await client.send(bot, person.id, '/start')
    const problems: string[] = []
    const { page, close } = await browser.open({ baseURL: emulator.url, problems, ...options })
    page.setDefaultTimeout(10_000)
    await page.goto(`/?bot=${bot}&person=${person.id}`)
    await page.getByRole('heading', { name: `Bot ${count}` }).waitFor()
    const say = (text: string, more: object = {}) =>
      call<{ message_id: number }>('sendMessage', { chat_id: person.id, text, ...more })
    const updates = <T>() => call<T[]>('getUpdates', { timeout: 1 })
    return { bot, token, person, page, problems, url: emulator.url, call, say, updates, close }
  }

  return {
    client,
    openChat,
    stop: async () => {
      await browser.close()
      await emulator.close()
    },
  }
}

/** The bubbles of the open chat, oldest first. */
export const bubbles = (page: Page) => page.locator('article.message .bubble')
