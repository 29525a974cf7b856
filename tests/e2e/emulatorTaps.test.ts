import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openEmulatorPage } from '../helpers/openEmulatorPage.ts'

describe("buttons and links in the emulator's page", () => {
  let emulator: Awaited<ReturnType<typeof openEmulatorPage>>
  beforeAll(async () => {
    emulator = await openEmulatorPage()
  })
  afterAll(() => emulator?.stop())

  const below = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: buttons.map((one) => [one]) } })

  it('should copy, show where a link leads, write for the person, and leave what is disabled', async () => {
    const { page, problems, bot, say, close } = await emulator.openChat({
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await say(
      'Choose',
      below(
        { text: 'Copy', copy_text: { text: '안녕' } },
        { text: 'Website', url: 'https://example.com/page' },
        { text: 'Search', switch_inline_query_current_chat: 'hangul' },
        { text: 'Later', disabled: {} },
      ),
    )
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('status').getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('안녕')
    await page.getByRole('button', { name: 'Website' }).click()
    await page.getByRole('dialog').getByText('https://example.com/page').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe(`@${bot} hangul`)
    expect(await page.getByRole('button', { name: 'Later' }).isDisabled()).toBe(true)
    expect(problems).toEqual([])
    await close()
  })

  it('should show progress until the bot answers, and its alert', async () => {
    const { page, problems, call, say, close } = await emulator.openChat()
    await say('Choose', below({ text: 'Hint', callback_data: 'hint' }))
    const key = page.locator('.key', { hasText: 'Hint' })
    await key.click()
    await page.locator('.key.busy').waitFor()
    type Found = { callback_query?: { id: string } }[]
    let id: string | undefined
    const arrived = async () => {
      id ??= (await call<Found>('getUpdates')).find((one) => one.callback_query)?.callback_query?.id
      return id
    }
    await expect.poll(arrived).toBeDefined()
    await call('answerCallbackQuery', { callback_query_id: id, text: 'Look at ㄴ', show_alert: true })
    await page.getByRole('dialog').getByText('Look at ㄴ').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click()
    await page.locator('.key.busy').waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await close()
  })

  it('should follow links into Telegram: to a bot with a payload, to share, to make a bot', async () => {
    const friend = await emulator.openChat({ isNew: true, name: 'Friend' })
    await friend.close()
    const { page, problems, bot, person, call, say, close } = await emulator.openChat()
    await emulator.client.updateBot(bot, { can_manage_bots: true })
    await say(
      `Go to https://t.me/${friend.bot}?start=from_text`,
      below(
        { text: 'Share', url: 'https://t.me/share/url?url=https%3A%2F%2Fexample.com&text=Learn' },
        { text: 'New bot', url: `https://t.me/newbot/${bot}/korean_class_bot?name=Korean` },
      ),
    )
    await page.locator('.key', { hasText: 'New bot' }).click()
    const form = page.getByRole('dialog')
    expect(await form.getByLabel('Username').inputValue()).toBe('korean_class_bot')
    await form.getByLabel('Name', { exact: true }).fill('My class')
    await form.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('button', { name: /^My class/ }).waitFor()
    await expect
      .poll(() => call<object[]>('getUpdates', { allowed_updates: ['managed_bot'] }))
      .toContainEqual(expect.objectContaining({ managed_bot: expect.anything() }))

    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await form.getByLabel('Bots').selectOption({ label: 'Friend' })
    await form.getByRole('button', { name: 'Share' }).click()
    await page.locator('.chat').getByRole('heading', { name: 'Friend' }).waitFor()

    await page.locator(`[data-bot=${bot}]`).click()
    await page.getByRole('link', { name: /start=from_text/ }).click()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await emulator.client.waitForMessage(friend.bot, person.id, ({ text }) => text === '/start from_text')
    const field = page.getByLabel('Message', { exact: true })
    expect(await field.inputValue()).toBe('https://example.com\nLearn')
    expect(problems).toEqual([])
    await close()
  })

  it('should offer the Mini App of the menu button, and commands with their descriptions', async () => {
    const { page, person, call, close } = await emulator.openChat()
    const commands = [{ command: 'progress', description: 'How far I am' }]
    await call('setMyCommands', { commands })
    await page.getByRole('button', { name: 'Commands' }).click()
    await page.getByRole('button', { name: /\/progress.*How far I am/ }).waitFor()
    await page.keyboard.press('Escape')
    const menu_button = { type: 'web_app', text: 'My course', web_app: { url: 'https://example.com/' } }
    await call('setChatMenuButton', { chat_id: person.id, menu_button })
    await page.getByRole('button', { name: 'My course' }).waitFor()
    await close()
  })

  it('should tell about the bot in its profile', async () => {
    const { page, call, close } = await emulator.openChat()
    await call('setMyShortDescription', { short_description: 'Letters in an evening' })
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: 'Profile of the bot' }).click()
        const isTold = await page.getByRole('dialog').getByText('Letters in an evening').isVisible()
        await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click()
        return isTold
      })
      .toBe(true)
    await close()
  })
})
