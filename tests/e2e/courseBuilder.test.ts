import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { createUser } from '../factories/createUser.ts'
import { dragRow, openAdmin, openCourse, stepTitles } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { startPayload } from '../helpers/proveOwnership.ts'
import { startStack } from '../helpers/startStack.ts'

const saved = (page: Page, path: RegExp) =>
  page.waitForResponse(
    (response) =>
      ['POST', 'PATCH'].includes(response.request().method()) && path.test(response.url()) && response.ok(),
  )

const save = async (page: Page, path: RegExp) => {
  await Promise.all([saved(page, path), page.locator('#action-save:visible').last().click()])
}

/**
 * Does something that puts a text into the form, and waits until the server has answered the form's report of
 * it: the editor reports when the browser is idle, and an answer on its way may take the cursor away.
 */
const enter = async (page: Page, text: string, act: () => Promise<void>) => {
  const isTaken = page.waitForResponse((response) => response.request().postData()?.includes(text) ?? false)
  await act()
  await isTaken
}

/** Writes where the cursor is. */
const write = (page: Page, text: string) => enter(page, text, () => page.keyboard.insertText(text))

/** With the “Add new” drawer of the course page. */
const addStep = async (page: Page, title: string, text: string) => {
  await page.locator('#field-steps').getByRole('button', { name: 'Add new' }).click()
  const drawer = page.locator('.doc-drawer')
  await enter(page, title, () => drawer.locator('#field-title').fill(title))
  if (text) {
    await drawer.locator('[contenteditable=true]').click()
    await drawer.locator('[contenteditable=true]:focus').waitFor()
    await write(page, text)
  }
  await save(page, /\/api\/steps/)
  await drawer.waitFor({ state: 'hidden' })
  await page.locator('#field-steps td.cell-title', { hasText: title }).waitFor()
}

describe('a creator in the admin', () => {
  const admin = adminScene(startStack)

  it('should make a course, sort its steps, publish it and edit it unseen until it is published again', async () => {
    const payload = await getTestPayload()
    const { email, password } = await createUser(payload)
    const bot = await admin.stack.emulator.createBot({ username: 'kana_bot', name: 'Kana' })
    const opened = await admin.open()
    const { page } = opened
    const publishing = page.getByRole('region', { name: 'Publishing' })
    const botPanel = page.getByRole('region', { name: 'Bot' })

    // Signing in
    await page.goto('/admin')
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.waitForURL(/\/admin$/)

    // A course that is not ready yet
    await openAdmin(page, '/admin/collections/courses')
    await page.getByRole('link', { name: 'Create new Course' }).first().click()
    await page.locator('#field-title').fill('Kana')
    await save(page, /\/api\/courses/)
    await page.waitForURL(/\/courses\/[0-9a-f-]{36}/)
    const courseUrl = new URL(page.url()).pathname
    await publishing.getByRole('link', { name: 'The title needs at least 5 characters.' }).waitFor()
    await publishing.getByRole('link', { name: 'Choose a category.' }).waitFor()
    await publishing.getByRole('link', { name: 'Add at least one step.' }).waitFor()
    expect(await publishing.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true)

    // Each problem leads to its field, also from another tab.
    await page.getByRole('button', { name: 'Price' }).click()
    await publishing.getByRole('link', { name: /^The description needs/ }).click()
    await page.locator('#field-description:focus').fill('Read Japanese in three short lessons.')
    await page.locator('#field-title').fill('Japanese kana')
    await publishing.getByRole('link', { name: 'Choose a category.' }).click()
    await page.keyboard.type('Lang')
    await page.keyboard.press('Enter')
    await page.locator('#field-category', { hasText: 'Languages' }).waitFor()
    await save(page, /\/api\/courses/)
    await publishing
      .getByRole('link', { name: /title|description|category/i })
      .first()
      .waitFor({ state: 'hidden' })

    // Three steps, one of them empty
    await addStep(page, 'Katakana', 'For words from elsewhere.')
    await addStep(page, 'Numbers', '')
    await addStep(page, 'Hiragana', 'For everything else.')
    expect(await stepTitles(page)).toEqual(['Katakana', 'Numbers', 'Hiragana'])
    await publishing.getByRole('link', { name: 'Step 2 “Numbers” is empty.' }).click()
    await page.waitForURL(/\/steps\//)
    await page.locator('[contenteditable=true]:focus').waitFor()
    await write(page, 'Ichi, ni, san.')
    await save(page, /\/api\/steps/)
    await openCourse(page, courseUrl)

    // Hiragana comes first
    await dragRow(page, 'Hiragana', 'Katakana')
    expect(await stepTitles(page)).toEqual(['Hiragana', 'Katakana', 'Numbers'])
    await openCourse(page, courseUrl)
    expect(await stepTitles(page)).toEqual(['Hiragana', 'Katakana', 'Numbers'])

    // Published; the bot becomes live without the page being touched
    await publishing.getByRole('button', { name: 'Publish' }).click()
    await publishing.getByText('Learners see release 1').waitFor()
    await botPanel.getByText('The course has no bot yet.').waitFor()
    await botPanel.getByLabel('Token from BotFather').fill('123:wrong')
    await botPanel.getByRole('button', { name: 'Connect' }).click()
    await botPanel.getByRole('alert').getByText('This is not a bot token.').waitFor()
    // The browser itself notes the refusal, and nothing else has gone wrong so far.
    expect(admin.problems.splice(0).filter((problem) => !problem.includes('422'))).toEqual([])
    await botPanel.getByLabel('Token from BotFather').fill(bot.token)
    await botPanel.getByRole('button', { name: 'Connect' }).click()
    const prove = botPanel.getByRole('link', { name: 'Open the bot' })
    const author = await admin.stack.emulator.createPerson({ first_name: 'Author', language_code: 'en' })
    const payloadOfLink = startPayload((await prove.getAttribute('href')) ?? '')
    await admin.stack.emulator.send('kana_bot', author.id, `/start ${payloadOfLink}`)
    await botPanel.locator('[data-bot-state=live]').waitFor()
    expect(await botPanel.getByRole('link', { name: 'Open @kana_bot' }).getAttribute('href')).toContain(
      'kana_bot',
    )

    // A learner sees the steps in the dragged order
    const first = await learnInChat(admin.stack, 'kana_bot')
    await first.start('Japanese kana')
    expect(await first.tap(/Start/, 'For everything else.')).toContain('Hiragana')

    // What is edited but not published is seen by nobody
    await page.locator('#field-steps tr', { hasText: 'Katakana' }).getByRole('button').last().click()
    const drawer = page.locator('.doc-drawer')
    await drawer.locator('[contenteditable=true]').click()
    await page.keyboard.press('Control+End')
    await write(page, ' Such as コーヒー.')
    await save(page, /\/api\/steps/)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    await publishing.getByText('Edited: “Katakana”').waitFor()
    await dragRow(page, 'Numbers', 'Hiragana')
    await publishing.getByText('Steps are in another order').waitFor()

    const second = await learnInChat(admin.stack, 'kana_bot')
    await second.start('Japanese kana')
    await second.tap(/Start/, 'For everything else.')
    expect(await second.tap(/Next/, 'For words from elsewhere.')).not.toContain('コーヒー')

    // … until it is published
    await publishing.getByRole('button', { name: 'Publish changes' }).click()
    await publishing.getByText('Learners see release 2').waitFor()
    const third = await learnInChat(admin.stack, 'kana_bot')
    await third.start('Japanese kana')
    await third.tap(/Start/, 'Ichi, ni, san.')
    expect(await first.tap(/Next/, 'For words from elsewhere.')).toContain('コーヒー')

    await third.tap(/Next/, 'For everything else.')
    await third.tap(/Next/, 'For words from elsewhere. Such as コーヒー.')
    await third.tap(/Finish/, '100%')
    await openAdmin(page, '/admin/collections/enrollments')
    await page.locator('td.cell-status', { hasText: 'Completed' }).waitFor()
    expect(await page.locator('td.cell-status').allTextContents()).toEqual(
      expect.arrayContaining(['Completed', 'Learning', 'Learning']),
    )
  })
})
