import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'

import { nowIso } from '../../src/clock.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { fillAndSettle, openAdmin, saveDocument } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow, type Look } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startWeb } from '../helpers/startWeb.ts'

const tabs = { en: 'Texts in the chat', ru: 'Тексты в чате' }

describe('what a creator writes for the chat, and reads of it', () => {
  const admin = adminScene(startWeb)
  let author: SignedIn
  beforeAll(async () => {
    author = await createUser(await getTestPayload())
  })

  const newCourse = async (title: string) => {
    const payload = await getTestPayload()
    const { course } = await buildCourse(payload, { author, course: { title, estimatedDuration: 45 } })
    return course.id
  }
  const open = (options: Look = {}) => admin.open({ token: author.token, ...options })
  const openTexts = async (page: Page, courseId: string, language: 'en' | 'ru' = 'en') => {
    await openAdmin(page, `/admin/collections/courses/${courseId}`)
    await page.locator('.tabs-field__tab-button', { hasText: tabs[language] }).click()
    await page.locator('#field-texts__en__welcome').waitFor()
  }
  const save = (page: Page) => saveDocument(page, 'courses')

  it('should show how a text will look, and refuse by name what cannot be filled in', async () => {
    const courseId = await newCourse('Owls for everybody')
    const { page } = await open()
    await openTexts(page, courseId)
    const welcome = page.locator('#field-texts__en__welcome')
    const preview = page.locator('.gongbu-own-text').first()
    await welcome.fill('Hello {user}')
    await preview.getByText('There is no placeholder {user} here.').waitFor()
    await fillAndSettle(page.locator('#field-texts__en__buttonNext'), 'To {title}')
    // The server says the same, at the field.
    expect((await save(page)).status()).toBe(400)
    await page.locator('.field-error', { hasText: 'no placeholder {user}' }).first().waitFor()
    await page.locator('.field-error', { hasText: 'A button takes no placeholders' }).first().waitFor()

    await welcome.fill('Hello {name}!\n{title}: {n} steps, {m} minutes.')
    await preview.getByText('Hello Anna!\nOwls for everybody: 3 steps, 45 minutes.').waitFor()
    await page.locator('#field-texts__en__buttonNext').fill('Onwards')
    expect((await save(page)).ok()).toBe(true)
    const payload = await getTestPayload()
    expect((await payload.findByID({ collection: 'courses', id: courseId })).texts?.en).toMatchObject({
      ...{ welcome: 'Hello {name}!\n{title}: {n} steps, {m} minutes.', buttonNext: 'Onwards' },
    })
    // The refusal above is noted by the browser itself.
    expect(admin.problems.splice(0).filter((problem) => !problem.includes('400'))).toEqual([])
  })

  it.each([
    { device: 'desktop', viewport: desktop, colorScheme: 'light' as const, language: 'en' as const },
    { device: 'desktop', viewport: desktop, colorScheme: 'dark' as const, language: 'ru' as const },
    { device: 'phone', viewport: phone, colorScheme: 'light' as const, language: 'ru' as const },
    { device: 'phone', viewport: phone, colorScheme: 'dark' as const, language: 'en' as const },
  ])(
    'should fit a $device, $colorScheme, in $language',
    async ({ device, language, ...look }) => {
      const courseId = await newCourse('Совы для всех')
      const { page, close } = await open({ language, ...look })
      await openTexts(page, courseId, language)
      await page.locator('#field-texts__ru__welcome').fill('Здравствуйте, {name}!\n{title}: {n}.\n⭐ {r}')
      await page.locator('#field-texts__ru__completion').fill('Это {wrong}')
      await page.getByText('Здравствуйте, Анна!').waitFor()
      await page.locator('.gongbu-own-text__problem').waitFor()
      expect(await sidewaysOverflow(page)).toEqual([])
      await keepPicture(page, `ownTexts-${device}-${look.colorScheme}-${language}`)

      const payload = await getTestPayload()
      const learner = await createUser(payload, { role: 'student' })
      await payload.create({
        collection: 'ratings',
        data: {
          ...{ course: courseId, user: learner.user.id, learnerName: 'Анна О.', stars: 4 },
          ...{ comment: 'Больше сов!', changedAt: nowIso() },
        },
      })
      await openAdmin(page, '/admin/collections/ratings')
      await page.getByText('Больше сов!').first().waitFor()
      expect(await sidewaysOverflow(page)).toEqual([])
      await keepPicture(page, `ratings-${device}-${look.colorScheme}-${language}`)
      await close()
    },
    90_000,
  )
})
