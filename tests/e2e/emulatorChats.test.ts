import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startEmulator } from '../../telegram-emulator/src/startEmulator.ts'
import { desktop, phone, sidewaysOverflow, startBrowser } from '../helpers/browser.ts'
import { playLesson, quiz } from '../helpers/emulatorScene.ts'
import { openEmulatorPage } from '../helpers/openEmulatorPage.ts'

describe("the list of chats in the emulator's page", () => {
  let emulator: Awaited<ReturnType<typeof openEmulatorPage>>
  beforeAll(async () => {
    emulator = await openEmulatorPage()
  })
  afterAll(() => emulator?.stop())

  it('should count what is unread, also over a reload, and begin there', async () => {
    const { page, problems, bot, say, close } = await emulator.openChat({ viewport: phone })
    await say('Seen')
    await page.locator('article.incoming').getByText('Seen').waitFor()
    await page.getByRole('button', { name: 'Back to the list' }).click()
    for (const text of ['First', 'Second']) await say(text)
    const row = page.locator(`[data-bot=${bot}]`)
    await row.getByLabel('2 unread messages').waitFor()
    await row.getByText('Second').waitFor()
    await page.reload()
    await row.getByLabel('2 unread messages').waitFor()
    expect(await page.title()).toBe('(2) Telegram emulator')
    await row.click()
    const line = page.getByText('Unread messages')
    await line.waitFor()
    const [above, below] = await Promise.all([line.boundingBox(), page.getByText('First').boundingBox()])
    expect(above!.y).toBeLessThan(below!.y)
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await row.getByLabel('2 unread messages').waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await close()
  })

  it('should have the newest chat first and find others by their names', async () => {
    const old = await emulator.openChat({ name: 'Ancient Greek' })
    await old.close()
    const { page, say, close } = await emulator.openChat({ name: 'Modern Greek' })
    await emulator.client.advanceClock(1000)
    await say('News')
    const rows = page.locator('.bot-row .bot-name')
    await expect.poll(() => rows.first().textContent()).toBe('Modern Greek')
    await page.getByRole('searchbox', { name: 'Search' }).fill('ancient')
    await expect.poll(() => rows.allTextContents()).toEqual(['Ancient Greek'])
    await page.getByRole('searchbox', { name: 'Search' }).fill('nothing like it')
    await page.getByText('Nothing found').waitFor()
    await close()
  })

  it('should make people and bots, and say why a name cannot be had', async () => {
    const { page, problems, close } = await emulator.openChat({
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const form = page.getByRole('dialog')
    await page.getByRole('button', { name: 'New bot' }).click()
    await form.getByLabel('Name', { exact: true }).fill('Fresh')
    await form.getByLabel('Username').fill('page1_bot')
    await form.getByRole('button', { name: 'Create' }).click()
    await form.getByRole('alert').getByText('taken').waitFor()
    await form.getByLabel('Username').fill('fresh_bot')
    await form.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: 'The bot is ready' }).waitFor()
    await form.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\d+:[\w-]{35}$/)
    await page.getByRole('button', { name: 'New person' }).click()
    await form.getByLabel('First name').fill('Ben')
    await form.getByRole('button', { name: 'Create' }).click()
    await expect.poll(() => page.getByLabel('You are').locator('option:checked').textContent()).toBe('Ben')
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
    // The name that was taken is the one answer that failed.
    expect(problems.filter((problem) => !/409/.test(problem))).toEqual([])
    await close()
  })

  it('should change its theme and its language, and keep both', async () => {
    const { page, problems, close } = await emulator.openChat({ colorScheme: 'light' })
    const choose = async (settings: string, name: string) => {
      await page.getByRole('button', { name: settings }).click()
      await page.getByRole('menuitemcheckbox', { name }).click()
    }
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
    expect(await theme()).toBe('light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(theme).toBe('dark')
    await choose('Settings', 'Light theme')
    await expect.poll(theme).toBe('light')
    await choose('Settings', 'Русский')
    await page.getByRole('button', { name: 'Настройки' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru')
    expect(await theme()).toBe('light')
    await choose('Настройки', 'English')
    await page.getByRole('button', { name: 'Settings' }).waitFor()
    expect(problems).toEqual([])
    await close()
  })

  it.each([
    { name: 'a desktop, light', viewport: desktop, colorScheme: 'light' as const, language: 'ru' as const },
    { name: 'a desktop, dark', viewport: desktop, colorScheme: 'dark' as const, language: 'en' as const },
    { name: 'a phone, light', viewport: phone, colorScheme: 'light' as const, language: 'en' as const },
    { name: 'a phone, dark', viewport: phone, colorScheme: 'dark' as const, language: 'ru' as const },
  ])(
    'should show a whole lesson on $name: named buttons, nothing beside the page',
    async ({ name: _name, ...options }) => {
      const chat = await emulator.openChat(options)
      const { page, problems, person, call, close } = chat
      await playLesson(chat)
      await call('sendPoll', { chat_id: person.id, ...quiz })
      await page.getByText(quiz.question).last().waitFor()
      expect(await sidewaysOverflow(page)).toEqual([])
      const nameless = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, a, input, select, textarea')]
          .filter((node) => node.checkVisibility())
          .filter((node) => {
            const labels = (node as HTMLInputElement).labels
            return !(node.ariaLabel || node.textContent?.trim() || labels?.length)
          })
          .map((node) => node.outerHTML),
      )
      expect(nameless).toEqual([])
      // Who reads the end stays there while pictures load.
      const distance = () =>
        page.locator('.messages').evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight)
      await expect.poll(distance).toBeLessThan(2)
      expect(problems).toEqual([])
      await close()
    },
  )
})

describe("the emulator's page without its server", () => {
  it('should say so, and go on when the server is back', async () => {
    const browser = await startBrowser()
    let emulator = await startEmulator({ port: 0 })
    const { page } = await browser.open({ baseURL: emulator.url, problems: [] })
    await page.goto('/')
    await page.getByRole('heading', { name: 'New person' }).waitFor()
    const { port } = new URL(emulator.url)
    await emulator.close()
    const banner = page.getByRole('alert').getByText('The emulator does not answer')
    await banner.waitFor()
    emulator = await startEmulator({ port: Number(port) })
    await banner.waitFor({ state: 'hidden' })
    await browser.close()
    await emulator.close()
  })
})
