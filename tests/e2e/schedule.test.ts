import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { buildAction } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { openAdmin, saveDocument } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow, type Look } from '../helpers/browser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startStack } from '../helpers/startStack.ts'

let lastLearner = 988_000

describe('a creator who releases a course by a schedule', () => {
  const admin = adminScene(startStack)

  const openScene = async (options: Look = {}, isScheduled = false) => {
    const payload = await getTestPayload()
    const drip = { isOn: true, per: 'step', isFirstAtOnce: true, amount: 2, unit: 'days', weekdays: [1, 4], time: 540 } // prettier-ignore
    const { author, course, steps, bot } = await buildTaughtCourse(payload, {
      course: { timeZone: 'Europe/Moscow', ...(isScheduled && { drip }) },
      steps: ['Beginning', 'Middle', 'Ending'].map((title) => ({ title, section: `Part ${title}` })),
    })
    const { page } = await admin.open({ token: author.token, ...options })
    const ids = steps.map(({ id }) => String(id))
    const openStep = (index: number) => openAdmin(page, `/admin/collections/steps/${ids[index]}`)
    const openSchedule = async (tab: RegExp) => {
      await openAdmin(page, `/admin/collections/courses/${course.id}`)
      await page.getByRole('button', { name: tab }).click()
      await page.locator('#field-drip').waitFor()
    }
    /** Somebody begins the course; their page is opened. */
    const openLearner = async () => {
      const telegramUserId = (lastLearner += 1)
      const action = buildAction({ botId: bot.id, telegramUserId })
      const headers = { authorization: `Bearer ${process.env.RUNNER_SECRET}` }
      const begun = await callWeb(admin.stack, 'POST', '/runner/actions', { headers, body: { actions: [action], receipts: [] } }) // prettier-ignore
      expect(begun.status).toBe(200)
      const { docs } = await payload.find({ collection: 'enrollments', where: { 'user.telegramId': { equals: telegramUserId } } }) // prettier-ignore
      const id = docs[0]?.id ?? expect.fail('no learner')
      await openAdmin(page, `/admin/collections/enrollments/${id}`)
      return id
    }
    return { page, payload, course, ids, openStep, openSchedule, openLearner }
  }
  const scheduleOf = (page: Page) => page.locator('#field-drip')

  it('should set it for the course and for a step, and read it as sentences', async () => {
    const { page, payload, course, ids, openStep, openSchedule } = await openScene()
    const schedule = scheduleOf(page)
    await openSchedule(/^Schedule$/)
    await schedule.getByText('Everything is there from the beginning').waitFor()
    await schedule.getByLabel('Release the course little by little').check()
    await schedule.getByText('Each section is released 1 day after the one before.').waitFor()
    await schedule.getByLabel('How long after').fill('0')
    await schedule.getByText('Enter more than 0, or choose days of the week or a time.').waitFor()
    await schedule.getByLabel('At this time').fill('09:30')
    for (const weekday of ['Mon', 'Thu']) await schedule.getByLabel(weekday).check()
    const sentence =
      'Each section is released at the next possible time after the one before or later, on the first Mon or Thu at 09:30 by the learner’s clock. The first is there when the learner begins.'
    await schedule.getByText(sentence).waitFor()
    expect((await saveDocument(page, 'courses')).ok()).toBe(true)
    const { drip } = await payload.findByID({ collection: 'courses', id: course.id })
    expect(drip).toEqual({
      ...{ isOn: true, per: 'section', isFirstAtOnce: true },
      ...{ amount: 0, unit: 'days', weekdays: [1, 4], time: 570 },
    })
    await openSchedule(/^Schedule$/)
    await schedule.getByText(sentence).waitFor()

    await openStep(1)
    await schedule.getByText('The step has no schedule of its own.').waitFor()
    await schedule.getByLabel('When it is released').selectOption('date')
    await schedule.getByText('Enter date and time.').waitFor()
    await schedule.getByLabel('Date and time (Europe/Moscow)').fill('2030-03-05T10:00')
    await schedule.getByText('is released to everybody on 5 March 2030 at 10:00').waitFor()
    expect((await saveDocument(page, 'steps')).ok()).toBe(true)
    const step = await payload.findByID({ collection: 'steps', id: ids[1] ?? '' })
    expect(step.drip).toEqual({ mode: 'date', at: '2030-03-05T07:00:00.000Z' })
  })

  it('should open steps to one learner, now and at a time', async () => {
    const { page, payload, openLearner } = await openScene({}, true)
    const enrollment = await openLearner()
    const steps = page.getByRole('region', { name: 'Steps of this learner' })
    const step = (title: string) => steps.getByRole('listitem').filter({ hasText: title })
    await step('Middle').getByText('It opens on').waitFor()
    await step('Middle').getByRole('button', { name: 'Open now' }).click()
    await step('Middle').getByRole('img', { name: 'open' }).waitFor()
    expect(await step('Middle').getByRole('button').count()).toBe(0)
    const told = await payload.find({
      collection: 'notices',
      where: { enrollment: { equals: enrollment }, kind: { equals: 'unlocks' } },
    })
    expect(told.totalDocs).toBe(1)

    await step('Ending').getByRole('button', { name: 'Open at…' }).click()
    await step('Ending').getByLabel('Date and time').fill('2030-03-05T10:00')
    await step('Ending').getByRole('button', { name: 'Save the time' }).click()
    await step('Ending').getByText('Set for this learner: it opens on 5 March 2030 at 10:00').waitFor()
    await step('Ending').getByRole('button', { name: 'Back to rules and schedule' }).click()
    await step('Ending').getByText('⏳ It opens on').waitFor()
  })

  it.each([
    { device: 'desktop', viewport: desktop, colorScheme: 'light' as const, language: 'en' as const },
    { device: 'desktop', viewport: desktop, colorScheme: 'dark' as const, language: 'ru' as const },
    { device: 'phone', viewport: phone, colorScheme: 'light' as const, language: 'ru' as const },
    { device: 'phone', viewport: phone, colorScheme: 'dark' as const, language: 'en' as const },
  ])('should be shown all of it on a $device, $colorScheme, in $language', async ({ device, ...look }) => {
    const { page, payload, ids, openStep, openSchedule, openLearner } = await openScene(look, true)
    const keep = async (what: string) => {
      expect(await sidewaysOverflow(page)).toEqual([])
      await keepPicture(page, `schedule-${what}-${device}-${look.colorScheme}-${look.language}`)
    }
    await openSchedule(/^(Schedule|Расписание)$/)
    await scheduleOf(page).getByRole('status').waitFor()
    await keep('course')
    const chain = { mode: 'chain', amount: 5, unit: 'hours', weekdays: [6, 7], time: null }
    await payload.update({ collection: 'steps', id: ids[2] ?? '', data: { drip: chain } })
    await openStep(2)
    await scheduleOf(page).getByRole('status').waitFor()
    await keep('step')
    await openLearner()
    const steps = page.getByRole('region', { name: /^(Steps of this learner|Этапы этого ученика)$/ })
    await steps.getByRole('button', { name: /^(Open at…|Открыть в…)/ }).last().click() // prettier-ignore
    await keep('learner')
  })
})
