import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { linkBot } from '../factories/linkBot.ts'
import { openAdmin } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow } from '../helpers/browser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startStack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

describe('the fleet in the admin', () => {
  const admin = adminScene(startStack)
  let payload: Payload
  let operator: SignedIn
  let author: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    operator = await createUser(payload, { role: 'admin' })
    author = await createUser(payload)
    for (const username of ['owls_bot', 'crows_bot']) {
      const { course } = await buildCourse(payload, {
        author,
        course: { title: username },
        isPublished: true,
      })
      await linkBot(admin.stack, { author, courseId: course.id, username })
    }
  })

  const states = '[data-fleet-state]'

  it('should show an operator how all bots are, and have one looked at', async () => {
    const { page, close } = await admin.open({ token: operator.token })
    await openAdmin(page, '/admin/collections/bots')
    const panel = page.getByRole('region', { name: 'Fleet' })
    await panel.getByText('As it should be').waitFor()
    expect(await panel.locator(states).allTextContents()).toEqual(['Live 2'])

    await admin.stack.emulator.deleteBot('crows_bot')
    await page.getByRole('link', { name: 'crows_bot' }).first().click()
    await page.getByRole('button', { name: 'Check now' }).click()
    await page.getByText('The bot is being checked').waitFor()
    await openAdmin(page, '/admin/collections/bots')
    await panel.getByText('1 bot needs attention').waitFor()
    await panel.getByRole('link', { name: 'Needs a new token' }).waitFor()
    await panel.getByRole('link', { name: 'tokenRefused' }).click()
    await page.waitForURL(/errorCode/)
    await waitFor('the list to show that bot alone', async () => {
      const names = await page.locator('tbody td.cell-username').allTextContents()
      return names.length === 1 && names[0]?.includes('crows_bot')
    })
    await close()
  })

  it.each([
    ['desktop', desktop, 'light'],
    ['desktop', desktop, 'dark'],
    ['phone', phone, 'light'],
    ['phone', phone, 'dark'],
  ] as const)('should fit on a %s (%o), %s', async (device, viewport, colorScheme) => {
    const { page, close } = await admin.open({ token: operator.token, viewport, colorScheme })
    await openAdmin(page, '/admin/collections/bots')
    await page.getByRole('region', { name: 'Fleet' }).locator(states).first().waitFor()
    await keepPicture(page, `fleet-${device}-${colorScheme}`)
    expect(await sidewaysOverflow(page)).toEqual([])
    await close()
  })

  it('should refuse everybody else', async () => {
    const { docs } = await payload.find({ collection: 'bots', limit: 1 })
    const check = `/bots/${docs[0]?.id}/check`
    for (const [token, status] of [
      [undefined, 401],
      [author.token, 403],
    ] as const) {
      expect((await callWeb(admin.stack, 'GET', '/bots/fleet', { token })).status).toBe(status)
      expect((await callWeb(admin.stack, 'POST', check, { token, body: {} })).status).toBe(status)
    }
    expect(await payload.count({ collection: 'outbox' })).toMatchObject({ totalDocs: 0 })
    const metrics = await (await fetch(`${admin.stack.webUrl}/metrics`)).text()
    expect(metrics).toMatch(/^gongbu_bots\{state="live"\} \d+$/m)
  })
})
