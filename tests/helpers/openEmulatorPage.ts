import type { Page } from 'playwright-core'

import { createEmulatorClient } from '../../telegram-emulator/src/client.ts'
import { startEmulator } from '../../telegram-emulator/src/startEmulator.ts'
import { startBrowser, type Look } from './browser.ts'

export interface ChatOptions extends Look {
  /** The chat has not begun. */
  isNew?: boolean
  name?: string
  firstName?: string
}

type Sent = { message_id: number }
type Parts = Record<string, [bytes: Uint8Array, fileName: string]>

/** An emulator of its own, a browser, and chats in its page with bots that the test itself speaks for. */
export async function openEmulatorPage() {
  const emulator = await startEmulator({ port: 0 })
  const client = createEmulatorClient(emulator.url)
  const browser = await startBrowser()
  let count = 0

  /** A new person in a chat with a new bot. */
  async function openChat({ isNew = false, name, firstName = 'Ann', ...options }: ChatOptions = {}) {
    count += 1
    const bot = `page${count}_bot`
    const title = name ?? `Bot ${count}`
    const { token } = await client.createBot({ username: bot, name: title })
    const person = await client.createPerson({
      first_name: firstName,
      language_code: options.language ?? 'en',
    })
    const call = botCalls(emulator.url, token)
    if (!isNew) await client.send(bot, person.id, '/start')
    const problems: string[] = []
    const { page, close } = await browser.open({ baseURL: emulator.url, problems, ...options })
    // What is local is there at once: a test that waits longer waits for nothing.
    page.setDefaultTimeout(30_000)
    await page.goto(`/?bot=${bot}&person=${person.id}`)
    await page.locator('.chat').getByRole('heading', { name: title }).waitFor()
    return {
      ...{ bot, person, page, problems, url: emulator.url, call, close },
      say: (text: string, more: object = {}) =>
        call<Sent>('sendMessage', { chat_id: person.id, text, ...more }),
      /** Sends files with their other fields. */
      upload: (method: string, parts: Parts, fields: object = {}) =>
        call<Sent>(method, { chat_id: person.id, ...fields }, parts),
      updates: <T>() => call<T[]>('getUpdates', { timeout: 1 }),
    }
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

/** Calls that are expected to succeed: JSON, or multipart where there are files. */
function botCalls(url: string, token: string) {
  return async <T>(method: string, parameters: object = {}, parts?: Parts): Promise<T> => {
    const response = await fetch(`${url}/bot${token}/${method}`, {
      method: 'POST',
      ...(parts
        ? { body: formOf(parameters, parts) }
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(parameters) }),
    })
    const answer = (await response.json()) as { ok: boolean; result: T; description?: string }
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`)
    return answer.result
  }
}

function formOf(parameters: object, parts: Parts): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(parameters))
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  for (const [name, [bytes, fileName]] of Object.entries(parts))
    form.append(name, new Blob([new Uint8Array(bytes)]), fileName)
  return form
}

/** The bubbles of the open chat, oldest first. */
export const bubbles = (page: Page) => page.locator('article.message .bubble')
