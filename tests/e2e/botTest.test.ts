import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Course } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { richText } from '../factories/richText.ts'
import { openCourse } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { platformScene, type Creator } from '../helpers/platformScene.ts'
import { startStack } from '../helpers/startStack.ts'

describe('the test of a course in the admin', () => {
  const admin = adminScene(() => startStack({}, { hasPlatformBot: true }))
  let payload: Payload
  let scene: ReturnType<typeof platformScene>
  beforeAll(async () => {
    payload = await getTestPayload()
    scene = platformScene(admin.stack, payload)
  })

  const open = (creator: Creator, look: object = {}) => admin.open({ token: creator.token, ...look })
  /** A course that nobody has published, with its bot. */
  const draft = async (creator: Creator, course: Partial<Course>, bot: string) => {
    const built = await buildCourse(payload, { author: creator, course, steps: ['One', { title: 'Two', content: null }] })
    await scene.call(creator, 'POST', `/courses/${built.course.id}/bot/request`)
    await scene.makeBot(creator.personId, bot)
    await scene.waitForState(creator, built.course.id, 'ready')
    return built
  } // prettier-ignore

  it('should be started, refreshed and ended, with testers who come by a link', async () => {
    const creator = await scene.createCreator()
    const { course, steps } = await draft(creator, { title: 'Hangul', description: '' }, 'hangul_bot')
    const { page, close } = await open(creator)
    await openCourse(page, `/admin/collections/courses/${course.id}`)
    const test = page.getByRole('region', { name: 'Try it in Telegram' })
    const start = test.getByRole('button', { name: 'Start the test' })

    // What cannot be shown is named, and where to mend it; a description is nobody's business here.
    const problem = test.getByRole('link', { name: 'Step 2 “Two” is empty.' })
    expect(await problem.getAttribute('href')).toContain(`/steps/${steps[1]?.id}#field-content`)
    expect(await test.getByRole('listitem').count()).toBe(1)
    expect(await start.isDisabled()).toBe(true)
    await keepPicture(page, 'problems')
    await payload.update({ collection: 'steps', id: steps[1]?.id ?? '', data: { content: richText('Two.') } })
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await problem.waitFor({ state: 'detached' })
    await start.focus()
    await page.keyboard.press('Enter')
    await test.locator('[data-test=current]').waitFor()
    await test.getByText('Nobody tests yet.').waitFor()

    await test.getByRole('button', { name: 'Invite testers' }).click()
    const link = test.getByRole('link', { name: 'Become a tester' })
    await test.getByRole('img', { name: 'The link as a QR code' }).waitFor()
    const friend = await scene.createPerson('Friend')
    const telegram = await admin.open({ baseURL: admin.stack.emulatorUrl })
    await telegram.page.goto(`${await link.getAttribute('href')}&person=${friend}`)
    await telegram.page.getByRole('button', { name: 'Start' }).click()
    await scene.said(friend, 'You are testing “Hangul”')
    await telegram.close()
    await test.getByText('Friend').waitFor()
    await test.getByText('9 more testers can join.').waitFor()
    await keepPicture(page, 'open')

    await payload.update({ collection: 'steps', id: steps[0]?.id ?? '', data: { title: 'One, better' } })
    await test.locator('[data-test=outdated]').waitFor()
    await keepPicture(page, 'outdated')
    await test.getByRole('button', { name: 'Test the newest changes' }).click()
    await test.locator('[data-test=current]').waitFor()

    await test.getByRole('button', { name: 'Remove Friend' }).click()
    await test.getByText('Nobody tests yet.').waitFor()
    await test.getByRole('button', { name: 'Revoke the link' }).click()
    await link.waitFor({ state: 'detached' })
    await test.getByRole('button', { name: 'Invite testers' }).waitFor()

    await test.getByRole('button', { name: 'End the test' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'End the test' }).click()
    await test.locator('[data-test=none]').waitFor()
    await close()
  })

  it('should say that it needs a bot', async () => {
    const creator = await scene.createCreator()
    const { course } = await buildCourse(payload, { author: creator })
    const { page, close } = await open(creator)
    await openCourse(page, `/admin/collections/courses/${course.id}`)
    const test = page.getByRole('region', { name: 'Try it in Telegram' })
    await test.getByText('The course needs a bot for that').waitFor()
    expect(await test.getByRole('button').count()).toBe(0)
    await page.getByRole('region', { name: 'Bot', exact: true }).getByRole('button', { name: 'Create the bot' }).waitFor()
    await close()
  }) // prettier-ignore

  it.each([
    { language: 'en' as const, colorScheme: 'dark' as const, viewport: phone },
    { language: 'ru' as const, colorScheme: 'light' as const, viewport: phone },
    { language: 'ru' as const, colorScheme: 'dark' as const, viewport: desktop },
  ])('should fit in $language, $colorScheme, $viewport.width wide', async (look) => {
    const creator = await scene.createCreator()
    const bot = `look_${look.language}_${look.viewport.width}_bot`
    const { course, steps } = await draft(creator, { title: 'Основы хангыля для начинающих' }, bot)
    await payload.update({ collection: 'steps', id: steps[1]?.id ?? '', data: { content: richText('Two.') } })
    await scene.call(creator, 'POST', `/courses/${course.id}/test`)
    await admin.stack.emulator.send(bot, creator.personId, '/start')
    const { page, close } = await open(creator, look)
    await openCourse(page, `/admin/collections/courses/${course.id}`)
    const invite = { en: 'Invite testers', ru: 'Пригласить' }[look.language]
    await page.locator('.gongbu-test').getByRole('button', { name: invite }).click()
    await page.locator('.gongbu-test .gongbu-qr').waitFor()
    await page.locator('[data-tester=active]').waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
    await page.locator('.gongbu-test').scrollIntoViewIfNeeded()
    await keepPicture(page, `look-${look.language}-${look.colorScheme}-${look.viewport.width}`)
    await close()
  })
})
