import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow, type Look } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startStack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

describe('logging in to the admin with Telegram', () => {
  const admin = adminScene(() => startStack({}, { hasPlatformBot: true }))
  let payload: Payload
  let creator = 0
  let learner = 0

  beforeAll(async () => {
    payload = await getTestPayload()
    const { emulator } = admin.stack
    creator = (await emulator.createPerson({ first_name: 'Vera', last_name: 'Author', username: 'vera' })).id
    learner = (await emulator.createPerson({ first_name: 'Oleg' })).id
    await payload.db.pool.query(
      `INSERT INTO users (telegram_id, first_name, role, is_active, subscription_plan)
       VALUES ($1, 'Vera', 'creator', true, 'free')`,
      [creator],
    )
    await waitFor('the platform bot to be known', async () => {
      const { telegramBotId } = await payload.findGlobal({ slug: 'platform' })
      return telegramBotId != null
    })
  })

  it.each<{ name: string; look: Look }>([
    { name: 'desktop-light', look: { viewport: desktop, colorScheme: 'light', language: 'en' } },
    { name: 'desktop-dark', look: { viewport: desktop, colorScheme: 'dark', language: 'ru' } },
    { name: 'phone-light', look: { viewport: phone, colorScheme: 'light', language: 'ru' } },
    { name: 'phone-dark', look: { viewport: phone, colorScheme: 'dark', language: 'en' } },
  ])('should lead a creator there and back ($name)', async ({ name, look }) => {
    const { page, close } = await admin.open(look)
    const theme = { name: 'payload-theme', value: look.colorScheme ?? 'light', url: admin.stack.webUrl }
    await page.context().addCookies([theme])
    await page.goto('/admin/login?redirect=%2Fadmin%2Fcollections%2Fcourses')
    const button = page.locator('.gongbu-telegram-login__button')
    await button.waitFor()
    await page.locator(`html[data-theme="${look.colorScheme}"]`).waitFor()
    await keepPicture(page, `telegram-login-${name}`)
    expect(await sidewaysOverflow(page)).toEqual([])
    await button.click()
    await page.locator(`[data-person="${creator}"]`).waitFor()
    const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    expect(scheme).toBe(look.colorScheme)
    await keepPicture(page, `telegram-login-people-${name}`)
    // What Telegram says is good once, and differs from second to second.
    await admin.stack.emulator.advanceClock(2000)
    await page.reload()
    await page.locator(`[data-person="${creator}"]`).click()
    await page.waitForURL('**/admin/collections/courses')
    expect(page.url()).not.toContain('tgAuthResult')
    await close()
  })

  it('should tell a learner kindly where their courses are', async () => {
    const { page, close } = await admin.open({ viewport: phone, language: 'ru' })
    await page.goto('/admin/login')
    await page.locator('.gongbu-telegram-login__button').click()
    await page.locator(`[data-person="${learner}"]`).click()
    await page.getByRole('heading', { name: 'Вы здесь учитесь' }).waitFor()
    await keepPicture(page, 'telegram-login-learner')
    expect(await sidewaysOverflow(page)).toEqual([])
    // It is a refusal, however kind.
    expect(admin.problems.splice(0).every((problem) => problem.includes('403'))).toBe(true)
    await close()
  })
})
