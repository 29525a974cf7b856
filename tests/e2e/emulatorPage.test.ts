import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { buildCourse } from '../factories/buildCourse.ts'
import { waitForBot } from '../factories/linkBot.ts'
import { desktop, phone, sidewaysOverflow, startBrowser, type Browser } from '../helpers/browser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'

/** Taps a button below the newest message and waits for what the bot answers. */
const tap = async (page: Page, label: RegExp, expected: string) => {
  await page.locator('article.incoming').last().getByRole('button', { name: label }).click()
  await page.locator('article.incoming').last().getByText(expected).first().waitFor()
}

const learnToTheEnd = async (page: Page) => {
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.locator('article.incoming', { hasText: 'Hangul in two steps' }).waitFor()
  await tap(page, /Start/, 'The text of Vowels.')
  await expect.poll(() => sidewaysOverflow(page)).toEqual([])
  await tap(page, /Next/, 'The text of Consonants.')
  await tap(page, /Finish/, 'Congratulations')
}

describe("the emulator's page", () => {
  let stack: Stack
  let browser: Browser
  const problems: string[] = []
  beforeAll(async () => {
    stack = await startStack()
    browser = await startBrowser()
    const payload = await getTestPayload()
    const { author, course } = await buildCourse(payload, {
      course: { title: 'Hangul in two steps' },
      steps: ['Vowels', 'Consonants'],
      isPublished: true,
    })
    const { token } = await stack.emulator.createBot({ username: 'hangul_bot', name: 'Hangul' })
    const courseId = course.id
    await callWeb(stack, 'POST', `/courses/${courseId}/bot`, { token: author.token, body: { token } })
    // Known without anybody's /start: nobody is to be there yet.
    await payload.update({
      collection: 'bots',
      where: { course: { equals: courseId } },
      data: { isProven: true, changedAt: new Date().toISOString() },
    })
    await waitForBot(stack, author, courseId, 'live')
  })
  afterEach(() => expect(problems).toEqual([]))
  afterAll(async () => {
    await browser?.close()
    await stack?.stop()
  })

  it('should ask who is there, open the chat of a deep link and teach', async () => {
    const { page, close } = await browser.open({ baseURL: stack.emulatorUrl, problems })
    await page.goto('/?bot=hangul_bot&start=friend')
    await page.getByLabel('First name').fill('Ann')
    await page.getByRole('button', { name: 'Create' }).click()
    await learnToTheEnd(page)

    const payload = await getTestPayload()
    const { docs } = await payload.find({
      collection: 'enrollments',
      where: { learnerName: { equals: 'Ann' } },
    })
    expect(docs).toMatchObject([{ status: 'completed', startPayload: 'friend' }])
    await close()
  })

  it.each([
    { name: 'on a phone, light', viewport: phone, colorScheme: 'light' as const, background: 'light' },
    { name: 'on a phone, dark', viewport: phone, colorScheme: 'dark' as const, background: 'dark' },
    { name: 'on a desktop, dark', viewport: desktop, colorScheme: 'dark' as const, background: 'dark' },
  ])('should teach $name', async ({ viewport, colorScheme, background }) => {
    const person = await stack.emulator.createPerson({ first_name: 'Ben', language_code: 'en' })
    const { page, close } = await browser.open({
      baseURL: stack.emulatorUrl,
      problems,
      viewport,
      colorScheme,
    })
    await page.goto(`/?bot=hangul_bot&start=&person=${person.id}`)
    await learnToTheEnd(page)
    const lightness = await page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? []
      return red + green + blue
    })
    expect(lightness > 384 ? 'light' : 'dark').toBe(background)
    await close()
  })
})
