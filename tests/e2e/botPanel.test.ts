import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { openAdmin, openCourse } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { platformScene } from '../helpers/platformScene.ts'
import { startStack } from '../helpers/startStack.ts'

describe('a bot in the admin', () => {
  const admin = adminScene(() => startStack({}, { hasPlatformBot: true }))
  let payload: Payload
  let scene: ReturnType<typeof platformScene>
  beforeAll(async () => {
    payload = await getTestPayload()
    scene = platformScene(admin.stack, payload)
  })

  /** Opens a link of the panel in Telegram: as whoever it awaits, else as that person. */
  const openInTelegram = async (href: string, personId?: number) => {
    const opened = await admin.open({ baseURL: admin.stack.emulatorUrl })
    await opened.page.goto(personId === undefined ? href : `${href}&person=${personId}`)
    return opened
  }

  it('should go live by itself after one tap on the link’s page', async () => {
    const creator = await scene.createCreator()
    // The emulator's page would take whoever came last.
    await scene.createPerson('Somebody else')
    const { course } = await buildCourse(payload, { author: creator, course: { title: 'Japanese kana' } })
    const { page, close } = await admin.open({ token: creator.token })
    const panel = page.getByRole('region', { name: 'Bot' })
    await openCourse(page, `/admin/collections/courses/${course.id}`)
    await page.getByRole('region', { name: 'Publishing' }).getByRole('button', { name: 'Publish' }).click()
    await panel.getByRole('button', { name: 'Create the bot' }).click()
    const link = panel.getByRole('link', { name: 'Create it in Telegram' })
    await link.waitFor()
    expect(await panel.locator('[aria-current=step]').textContent()).toBe('Waiting for your tap')
    await panel.getByRole('img', { name: 'The link as a QR code' }).waitFor()
    await keepPicture(page, 'requested')

    const telegram = await openInTelegram((await link.getAttribute('href')) ?? '')
    await telegram.page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
    await panel.locator('[data-bot-state=live]').waitFor()
    await panel.getByText('What learners see').click()
    await panel.getByText('@japanese_kana_bot', { exact: true }).waitFor()
    await keepPicture(page, 'live')
    await telegram.close()

    const learner = await learnInChat(admin.stack, 'japanese_kana_bot')
    await learner.start('Japanese kana')
    await close()
  })

  it('should link the account first, and take a pasted token by a tap in the bot', async () => {
    const author = await createUser(payload)
    const personId = await scene.createPerson()
    const { course } = await buildCourse(payload, { author, isPublished: true })
    const { page, close } = await admin.open({ token: author.token })
    const panel = page.getByRole('region', { name: 'Bot' })
    await openCourse(page, `/admin/collections/courses/${course.id}`)
    await panel.getByRole('button', { name: 'Create the bot' }).click()
    const linkAccount = panel.getByRole('link', { name: 'Open in Telegram' })
    const linking = await openInTelegram((await linkAccount.getAttribute('href')) ?? '', personId)
    await linking.page.getByRole('button', { name: 'Start' }).click()
    await panel.getByRole('link', { name: 'Create it in Telegram' }).waitFor()
    await linking.close()

    const { token } = await admin.stack.emulator.createBot({ username: 'pasted_bot', name: 'Pasted' })
    await panel.getByRole('button', { name: 'I have a token' }).click()
    await panel.getByLabel('Token from BotFather').fill(token)
    await panel.getByRole('button', { name: 'Connect' }).click()
    const prove = panel.getByRole('link', { name: 'Open the bot' })
    await prove.waitFor()
    await keepPicture(page, 'unproven')
    await scene.createPerson('Somebody else')
    const proving = await openInTelegram((await prove.getAttribute('href')) ?? '')
    await proving.page.getByRole('button', { name: 'Start' }).click()
    await panel.locator('[data-bot-state=live]').waitFor()
    await proving.close()

    await openAdmin(page, '/admin/account')
    await page.locator('[data-telegram-linked=true]').waitFor()
    await keepPicture(page, 'account')
    await close()
  })

  it('should say what went wrong, and what to do', async () => {
    const creator = await scene.createCreator()
    const { course, request } = await scene.askedFor(creator, 'A troubled course')
    const look = { colorScheme: 'dark' as const, viewport: phone }
    const { page, close } = await admin.open({ token: creator.token, ...look })
    const panel = page.getByRole('region', { name: 'Bot' })
    const shows = async (text: string, name: string) => {
      await panel.getByText(text).waitFor()
      expect(await sidewaysOverflow(page)).toEqual([])
      await keepPicture(page, `state-${name}`)
    }
    await openCourse(page, `/admin/collections/courses/${course.id}`)

    // Somebody else taps; the link expires; the creator asks again and taps.
    await scene.makeBot(await scene.createPerson('Stranger'), request?.suggestedUsername ?? '')
    await shows('Somebody else made a bot with this link.', 'stranger')
    await payload.db.pool.query(
      `UPDATE bot_requests SET expires_at = now() - interval '1 minute' WHERE course_id = $1`,
      [course.id],
    )
    await shows('The link has expired before anybody tapped it.', 'expired')
    await panel.getByRole('button', { name: 'Create the bot' }).click()
    await panel.getByRole('link', { name: 'Create it in Telegram' }).waitFor()
    await scene.makeBot(creator.personId, 'troubled_bot')
    await shows('The bot is live.', 'live')

    await panel.getByText('Manage the bot').click()
    await panel.getByRole('button', { name: 'Pause' }).click()
    await panel.locator('[data-bot-state=paused]').waitFor()
    await keepPicture(page, 'state-paused')
    await panel.getByRole('button', { name: 'Resume' }).click()
    await panel.locator('[data-bot-state=live]').waitFor()
    await admin.stack.emulator.setOwner('troubled_bot', await scene.createPerson('Another'))
    await shows('In Telegram this bot belongs to somebody else', 'owner')

    // Deleted in BotFather: another bot takes its place.
    await admin.stack.emulator.deleteBot('troubled_bot')
    await panel.getByRole('button', { name: 'Check and set up anew' }).click()
    await shows('Telegram no longer knows this bot, or no longer lets us manage it.', 'needsRelink')
    await panel.getByRole('button', { name: 'Create the bot' }).click()
    await panel.getByRole('link', { name: 'Create it in Telegram' }).waitFor()
    await keepPicture(page, 'state-replacing')
    await scene.makeBot(creator.personId, 'untroubled_bot')
    await panel.getByText('Open @untroubled_bot').waitFor()

    // The course goes to somebody else, and its page with it.
    const heir = await createUser(payload)
    await panel.getByText('Manage the bot').click()
    await panel.getByRole('button', { name: 'Transfer' }).click()
    await panel.getByLabel('E-mail of the creator').fill('nobody@example.org')
    await panel.getByRole('button', { name: 'Transfer' }).click()
    await shows('There is no active creator with this address.', 'transfer')
    expect(admin.problems.splice(0).filter((problem) => !problem.includes('422'))).toEqual([])
    await panel.getByLabel('E-mail of the creator').fill(heir.user.email ?? '')
    await panel.getByRole('button', { name: 'Transfer' }).click()
    await page.waitForURL(/\/admin\/collections\/courses\/?(\?|$)/)
    expect(await scene.readBot(heir, course.id)).toMatchObject({ state: 'live', hasOtherOwner: true })
    await close()
  })

  it.each([
    { language: 'en' as const, colorScheme: 'light' as const, viewport: desktop },
    { language: 'ru' as const, colorScheme: 'dark' as const, viewport: desktop },
    { language: 'en' as const, colorScheme: 'dark' as const, viewport: phone },
    { language: 'ru' as const, colorScheme: 'light' as const, viewport: phone },
  ])('should fit in $language, $colorScheme, $viewport.width wide', async (look) => {
    const creator = await scene.createCreator()
    const { course } = await scene.askedFor(creator, 'Основы хангыля для тех, кто начинает с самого начала')
    const { page, close } = await admin.open({ token: creator.token, ...look })
    await openCourse(page, `/admin/collections/courses/${course.id}`)
    await page.locator('.gongbu-qr').waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
    await keepPicture(page, `look-${look.language}-${look.colorScheme}-${look.viewport.width}`)
    const done = await scene.makeBot(creator.personId, `look_${look.language}_${look.viewport.width}_bot`)
    await page.locator('[data-bot-state=live]').waitFor()
    for (const summary of await page.locator('.gongbu-bot__more > summary').all()) await summary.click()
    await page.getByText(`@${done.username}`, { exact: true }).waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
    await keepPicture(page, `live-${look.language}-${look.colorScheme}-${look.viewport.width}`)
    await close()
  })
})
