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
  const problems: string[] = []

  beforeAll(async () => {
    emulator = await startEmulator({ port: 0 })
    client = createEmulatorClient(emulator.url)
    apps = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end(miniApp),
    ).listen(0, '127.0.0.1')
    browser = await startBrowser()
    await client.createBot({ username: 'app_bot', name: 'App' })
    person = (await client.createPerson({ first_name: 'Ann' })).id
    await client.send('app_bot', person, '/start')
    ;({ page } = await browser.open({ baseURL: emulator.url, problems, colorScheme: 'dark' }))
    await page.goto(`/?bot=app_bot&person=${person}`)
    const url = `http://127.0.0.1:${(apps.address() as AddressInfo).port}/`
    const opened = { bot: 'app_bot', person, url, title: 'Course', kind: 'inline' }
    await page.evaluate(
      `import('/miniApp/openMiniApp.js').then(({ openMiniApp }) => openMiniApp(${JSON.stringify(opened)}))`,
    )
    await page.getByRole('heading', { name: 'Course' }).waitFor()
    await page.locator('.mini-app-loading').waitFor({ state: 'hidden' })
    app = page.frames().find((frame) => frame.url().startsWith(url))!
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
})
