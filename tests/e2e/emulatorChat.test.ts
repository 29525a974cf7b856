import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { desktop, phone, sidewaysOverflow } from '../helpers/browser.ts'
import { bubbles, openEmulatorPage } from '../helpers/openEmulatorPage.ts'

describe("the chat in the emulator's page", () => {
  let emulator: Awaited<ReturnType<typeof openEmulatorPage>>
  beforeAll(async () => {
    emulator = await openEmulatorPage()
  })
  afterAll(() => emulator?.stop())

  it('should start, write, and show what the bot answers', async () => {
    const { page, problems, call, say, updates, close } = await emulator.openChat({ isNew: true })
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByLabel('Message', { exact: true }).fill('Hello')
    await page.keyboard.press('Enter')
    await bubbles(page).getByText('Hello').waitFor()
    expect(await updates()).toMatchObject([{ message: { text: '/start' } }, { message: { text: 'Hello' } }])
    await call('sendChatAction', { chat_id: (await emulator.client.people()).at(-1)?.id, action: 'typing' })
    await page.getByText('is typing…').waitFor()
    await say('Welcome')
    await page.locator('article.incoming').getByText('Welcome').waitFor()
    await page.getByText('is typing…').waitFor({ state: 'hidden' })
    expect(problems).toEqual([])
    await close()
  })

  it('should send both taps of a double tap and show the answer', async () => {
    const { page, problems, call, say, updates, close } = await emulator.openChat()
    await updates()
    await say('Choose', { reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] } })
    await page.getByRole('button', { name: 'Yes' }).dblclick()
    type Query = { update_id: number; callback_query?: { id: string; data: string } }
    const queries: Query[] = []
    let offset = 0
    const collect = async () => {
      const found = await call<Query[]>('getUpdates', { offset })
      offset = (found.at(-1)?.update_id ?? offset - 1) + 1
      queries.push(...found.filter(({ callback_query }) => callback_query))
      return queries.length
    }
    await expect.poll(collect).toBe(2)
    expect(queries.map(({ callback_query }) => callback_query?.data)).toEqual(['yes', 'yes'])
    for (const { callback_query } of queries)
      await call('answerCallbackQuery', { callback_query_id: callback_query?.id, text: 'Noted' })
    await page.getByRole('status').getByText('Noted').waitFor()
    expect(problems).toEqual([])
    await close()
  })

  it('should press the keys of a reply keyboard, which then goes if it is for one time', async () => {
    const { page, bot, person, say, close } = await emulator.openChat()
    const keyboard = [[{ text: 'Lesson 1' }], [{ text: 'My number', request_contact: true }]]
    await say('What next?', { reply_markup: { keyboard, one_time_keyboard: true, resize_keyboard: true } })
    await page.getByRole('button', { name: 'My number' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Share' }).click()
    await emulator.client.waitForMessage(bot, person.id, ({ contact }) => contact?.user_id === person.id)
    await page.getByRole('button', { name: 'Lesson 1' }).waitFor({ state: 'hidden' })
    await close()
  })

  it('should reply, edit, react and delete with the keyboard alone', async () => {
    const { page, problems, bot, person, say, close } = await emulator.openChat()
    await say('Question?')
    const question = page.locator('article.incoming', { hasText: 'Question?' })
    const choose = async (name: string) => {
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
    }
    await question.focus()
    await choose('Reply')
    await page.keyboard.type('Answr')
    await page.keyboard.press('Enter')
    const sent = await emulator.client.waitForMessage(bot, person.id, ({ text }) => text === 'Answr')
    expect(sent.reply_to_message).toMatchObject({ text: 'Question?' })
    await page.keyboard.press('ArrowUp')
    await page.getByText('Edit message').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Answer')
    await page.keyboard.press('Enter')
    const answer = page.locator('article.outgoing', { hasText: 'Answer' })
    await answer.getByText('edited').waitFor()
    await question.focus()
    await choose('👍')
    await question.getByRole('button', { name: 'Take back 👍' }).click()
    await question.getByRole('button', { name: 'Take back 👍' }).waitFor({ state: 'detached' })
    await answer.focus()
    await choose('Delete')
    await answer.waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await close()
  })

  it('should answer what the bot asks for, jump to what is pinned, and lose a draft to its message', async () => {
    const { page, bot, person, call, say, close } = await emulator.openChat()
    const pinned = await say('Rules')
    await call('pinChatMessage', { chat_id: person.id, message_id: pinned.message_id })
    await page.locator('.pinned', { hasText: 'Rules' }).click()
    await say('Your name?', { reply_markup: { force_reply: true, input_field_placeholder: 'Name' } })
    await page.getByPlaceholder('Name', { exact: true }).fill('Ann')
    await page.keyboard.press('Enter')
    const answer = await emulator.client.waitForMessage(bot, person.id, ({ text }) => text === 'Ann')
    expect(answer.reply_to_message).toMatchObject({ text: 'Your name?' })
    await call('sendMessageDraft', { chat_id: person.id, draft_id: 1, text: 'Dear A' })
    await page.locator('.draft', { hasText: 'Dear A' }).waitFor()
    await say('Dear Ann')
    await page.locator('.draft').waitFor({ state: 'detached' })
    await close()
  })

  it('should block, restart, delete the chat and begin anew after a reset', async () => {
    const { page, problems, bot, person, say, close } = await emulator.openChat()
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    await choose('Block')
    await page.getByRole('button', { name: 'Unblock and restart' }).waitFor()
    await expect(say('Are you there?')).rejects.toThrow('Forbidden: bot was blocked by the user')
    await page.getByRole('button', { name: 'Unblock and restart' }).click()
    await page.getByLabel('Message', { exact: true }).waitFor()
    await choose('Delete chat')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('No messages here yet').waitFor()
    expect(await emulator.client.messages(bot, person.id)).toEqual([])
    await emulator.client.reset()
    await page.getByRole('heading', { name: 'New person' }).waitFor()
    expect(problems).toEqual([])
    await close()
  })

  it('should follow the language of the person', async () => {
    const { page, call, close } = await emulator.openChat({ isNew: true })
    await call('setMyName', { name: 'Бот', language_code: 'ru' })
    await call('setMyCommands', { commands: [{ command: 'help', description: 'Help' }] })
    await call('setMyCommands', { commands: [{ command: 'pomosch', description: 'П' }], language_code: 'ru' })
    await page.getByRole('button', { name: 'Edit person' }).click()
    await page.getByLabel('Language').selectOption('ru')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.chat').getByRole('heading', { name: 'Бот' }).waitFor()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('button', { name: 'Commands' }).click()
    await page.getByRole('button', { name: '/pomosch' }).click()
    await bubbles(page).getByText('/pomosch').waitFor()
    await close()
  })

  it('should keep the chat and the person over a reload', async () => {
    const { page, say, close } = await emulator.openChat()
    await say('Still here')
    await bubbles(page).getByText('Still here').waitFor()
    await page.reload()
    await bubbles(page).getByText('Still here').waitFor()
    await close()
  })

  it('should show calls, set faults and turn the clock', async () => {
    const { page, say, close } = await emulator.openChat()
    await page.getByRole('button', { name: 'Inspector' }).click()
    await say('Logged')
    await page.locator('.log-row', { hasText: 'sendMessage' }).first().waitFor()
    await page.getByRole('button', { name: 'Add fault' }).click()
    await page.getByRole('button', { name: 'Create' }).click()
    await expect.poll(() => emulator.client.faults()).toMatchObject([{ error_code: 429, times: 1 }])
    await expect(say('Too many')).rejects.toThrow('Too Many Requests')
    await page.getByRole('button', { name: '+1 day' }).click()
    await expect
      .poll(async () => (await emulator.client.clock()).offset_ms)
      .toBeGreaterThanOrEqual(86_400_000)
    await close()
  })

  it.each([
    { name: 'a desktop, light', viewport: desktop, colorScheme: 'light' as const },
    { name: 'a phone, light', viewport: phone, colorScheme: 'light' as const, hasTouch: true },
    { name: 'a phone, dark', viewport: phone, colorScheme: 'dark' as const, hasTouch: true },
  ])('should fit $name, with targets that a finger hits', async ({ name: _name, ...options }) => {
    const { page, say, close } = await emulator.openChat(options)
    const key = (text: string) => ({ text, callback_data: text })
    await say(`A very long word: ${'abcdefghij'.repeat(30)}`, {
      reply_markup: { inline_keyboard: [[key('One'), key('Two'), key('A third with a long name')]] },
    })
    await page.getByRole('button', { name: 'One' }).waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.chat button')]
        .filter((button) => button.checkVisibility() && !button.matches('.text *'))
        .filter((button) => button.getBoundingClientRect().height < 40)
        .map((button) => button.className),
    )
    expect(small).toEqual([])
    await close()
  })
})
