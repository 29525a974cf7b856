import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { createEmulatorClient, type EmulatorClient } from '../../telegram-emulator/src/client.ts'
import { startEmulator, type RunningEmulator } from '../../telegram-emulator/src/startEmulator.ts'
import { startBrowser, type Browser } from '../helpers/browser.ts'

/** A Mini App that speaks the protocol of Telegram's web clients and keeps what it is told. */
const miniApp = `<!doctype html><title>App</title><script>
  const told = []
  addEventListener('message', ({ data }) => told.push(JSON.parse(data)))
  const tell = (eventType, eventData) =>
    parent.postMessage(JSON.stringify({ eventType, eventData }), '*')
  const heard = (type) => new Promise((resolve) => {
    const look = () => {
      const at = told.findIndex(({ eventType }) => eventType === type)
      if (at < 0) return setTimeout(look, 10)
      resolve(told.splice(at, 1)[0].eventData)
    }
    look()
  })
  tell('web_app_ready')
</script>`

describe('a Mini App in the page of the emulator', () => {
  let emulator: RunningEmulator
  let client: EmulatorClient
  let apps: Server
  let browser: Browser
  let page: Page
  let app: Frame
  let person: number
  let appUrl: string
  let call: (method: string, parameters: object) => Promise<object>
  const problems: string[] = []

  beforeAll(async () => {
    emulator = await startEmulator({ port: 0 })
    client = createEmulatorClient(emulator.url)
    apps = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end(miniApp),
    ).listen(0, '127.0.0.1')
    browser = await startBrowser()
    const { token } = await client.createBot({ username: 'app_bot', name: 'App' })
    call = async (method, parameters) => {
      const response = await fetch(`${emulator.url}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
      })
      const answer = (await response.json()) as { ok: boolean; result: object; description?: string }
      if (!answer.ok) throw new Error(`${method}: ${answer.description}`)
      return answer.result
    }
    person = (await client.createPerson({ first_name: 'Ann' })).id
    await client.send('app_bot', person, '/start')
    ;({ page } = await browser.open({ baseURL: emulator.url, problems, colorScheme: 'dark' }))
    page.setDefaultTimeout(30_000)
    await page.goto(`/?bot=app_bot&person=${person}`)
    appUrl = `http://127.0.0.1:${(apps.address() as AddressInfo).port}/`
    const opened = { bot: 'app_bot', person, url: appUrl, title: 'Course', kind: 'inline' }
    await page.evaluate(
      `import('/miniApp/openMiniApp.js').then(({ openMiniApp }) => openMiniApp(${JSON.stringify(opened)}))`,
    )
    await page.getByRole('heading', { name: 'Course' }).waitFor()
    await page.locator('.mini-app-loading').waitFor({ state: 'hidden' })
    app = page.frames().find((frame) => frame.url().startsWith(appUrl))!
  })
  afterEach(() => expect(problems).toEqual([]))
  afterAll(async () => {
    await browser?.close()
    apps?.close()
    await emulator?.close()
  })

  /** Tells the page something and gives what it answers with that event. */
  const ask = (type: string, data: object, answer: string) =>
    app.evaluate(`tell(${JSON.stringify(type)}, ${JSON.stringify(data)}), heard(${JSON.stringify(answer)})`)

  /** Opens the app by the key of the keyboard below the chat. */
  const openOrder = async () => {
    await page.getByRole('button', { name: 'Order', exact: true }).click()
    await page.locator('.mini-app iframe').waitFor()
    await page.locator('.mini-app-loading').waitFor({ state: 'hidden' })
    return page.frames().find((frame) => frame.url().startsWith(appUrl))!
  }

  it('should be told who opened it, the theme and the viewport', async () => {
    const told = new URLSearchParams(new URL(app.url()).hash.slice(1))
    expect(new URLSearchParams(told.get('tgWebAppData') ?? '').get('user')).toContain(`"id":${person}`)
    expect(await ask('web_app_request_theme', {}, 'theme_changed')).toMatchObject({
      theme_params: { bg_color: '#17212b' },
    })
    expect(await ask('web_app_request_viewport', {}, 'viewport_changed')).toMatchObject({ is_expanded: true })
    expect(await ask('web_app_request_safe_area', {}, 'safe_area_changed')).toMatchObject({ top: 0 })
  })

  it('should have its buttons around it', async () => {
    await app.evaluate(
      `tell('web_app_setup_main_button', { is_visible: true, is_active: true, text: 'Pay' })`,
    )
    await page.getByRole('button', { name: 'Pay' }).click()
    await app.evaluate(`heard('main_button_pressed')`)
    await app.evaluate(`tell('web_app_setup_main_button', { is_visible: false })`)
    await page.getByRole('button', { name: 'Pay' }).waitFor({ state: 'hidden' })
    await app.evaluate(`tell('web_app_setup_back_button', { is_visible: true })`)
    await page.locator('.mini-app').getByRole('button', { name: 'Back' }).click()
    await app.evaluate(`heard('back_button_pressed')`)
  })

  it('should ask the person in popups', async () => {
    const popup = {
      title: 'Leave?',
      message: 'Really?',
      buttons: [{ id: 'yes', type: 'default', text: 'Yes' }],
    }
    const closed = ask('web_app_open_popup', popup, 'popup_closed')
    await page.getByRole('button', { name: 'Yes' }).click()
    expect(await closed).toEqual({ button_id: 'yes' })
  })

  it('should keep values in the cloud of its bot and person', async () => {
    const invoke = (method: string, params: object) =>
      ask('web_app_invoke_custom_method', { req_id: '1', method, params }, 'custom_method_invoked')
    expect(await invoke('saveStorageValue', { key: 'a', value: 'x' })).toEqual({ req_id: '1', result: true })
    expect(await invoke('getStorageValues', { keys: ['a', 'b'] })).toMatchObject({
      result: { a: 'x', b: '' },
    })
    expect(await invoke('saveStorageValue', { key: 'not a key', value: 'x' })).toMatchObject({
      error: 'KEY_INVALID',
    })
    expect(await invoke('toString', {})).toMatchObject({ error: 'UNKNOWN_METHOD' })
  })

  it('should have the phone number that the person shares, and nothing if they do not', async () => {
    const refused = ask('web_app_request_phone', {}, 'phone_requested')
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await refused).toEqual({ status: 'cancelled' })
    const shared = ask('web_app_request_phone', {}, 'phone_requested')
    await page.getByRole('button', { name: 'Share' }).click()
    expect(await shared).toEqual({ status: 'sent' })
    const method = { req_id: '2', method: 'getRequestedContact', params: {} }
    const { result } = (await ask('web_app_invoke_custom_method', method, 'custom_method_invoked')) as {
      result: string
    }
    expect(JSON.parse(new URLSearchParams(result).get('contact') ?? '')).toMatchObject({ user_id: person })
    await client.waitForMessage('app_bot', person, ({ contact }) => contact?.user_id === person)
  })

  it('should be told a place, or that there is none', async () => {
    const told = ask('web_app_request_location', {}, 'location_requested')
    await page.getByLabel('Latitude').fill('1.5')
    await page.getByRole('button', { name: 'Share' }).click()
    expect(await told).toMatchObject({ available: true, latitude: 1.5 })
    const refused = ask('web_app_request_location', {}, 'location_requested')
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await refused).toEqual({ available: false })
  })

  it('should follow the theme of the page', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await app.evaluate(`heard('theme_changed')`)).toMatchObject({
      theme_params: { bg_color: '#ffffff' },
    })
  })

  it('should send what its bot has prepared', async () => {
    const failed = ask('web_app_send_prepared_message', { id: 'unknown' }, 'prepared_message_failed')
    await page.getByRole('combobox', { name: 'Bots' }).selectOption({ label: 'App' })
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('alert').getByText('nothing is prepared').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).last().click()
    expect(await failed).toEqual({ error: 'MESSAGE_SEND_FAILED' })
    // The answer that failed on purpose.
    expect(problems.splice(0).every((problem) => problem.includes('prepared-message'))).toBe(true)
    const prepared = await call('savePreparedInlineMessage', {
      user_id: person,
      result: {
        ...{ type: 'article', id: '1', title: 'Result' },
        input_message_content: { message_text: 'I can read!' },
      },
      allow_bot_chats: true,
    })
    const sent = ask('web_app_send_prepared_message', prepared, 'prepared_message_sent')
    await page.getByRole('combobox', { name: 'Bots' }).selectOption({ label: 'App' })
    await page.getByRole('button', { name: 'Share' }).click()
    expect(await sent).toEqual({})
    await client.waitForMessage('app_bot', person, ({ text }) => text === 'I can read!')
  })

  it('should hear of what is not there, and close when it asks for it', async () => {
    expect(await ask('web_app_open_invoice', { slug: 's' }, 'invoice_closed')).toEqual({
      slug: 's',
      status: 'failed',
    })
    expect(await ask('web_app_check_home_screen', {}, 'home_screen_checked')).toEqual({
      status: 'unsupported',
    })
    await app.evaluate(`tell('web_app_invented', {})`)
    await page.locator('.mini-app-log li', { hasText: 'web_app_invented (?)' }).waitFor({ state: 'attached' })
    await app.evaluate(`tell('web_app_close')`)
    await page.locator('.mini-app').waitFor({ state: 'detached' })
  })

  it('should tell its bot what a key of the keyboard opened it for, and close', async () => {
    const keyboard = [[{ text: 'Order', web_app: { url: appUrl } }]]
    await call('sendMessage', { chat_id: person, text: 'What?', reply_markup: { keyboard } })
    const frame = await openOrder()
    expect(new URLSearchParams(new URL(frame.url()).hash.slice(1)).get('tgWebAppData')).toBe('')
    await frame.evaluate(`tell('web_app_data_send', { data: 'two' })`)
    await page.locator('.mini-app').waitFor({ state: 'detached' })
    await client.waitForMessage('app_bot', person, ({ web_app_data: data }) => data?.data === 'two')
    await page.locator('.service').getByText('Data from a Mini App: Order').waitFor()
  })

  it('should lead to other chats', async () => {
    await client.createBot({ username: 'other_bot', name: 'Other' })
    const frame = await openOrder()
    await frame.evaluate(`tell('web_app_open_tg_link', { path_full: '/other_bot?start=app' })`)
    await page.locator('.chat').getByRole('heading', { name: 'Other' }).waitFor()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await client.waitForMessage('other_bot', person, ({ text }) => text === '/start app')
  })
})
