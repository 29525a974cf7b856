import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { fillAndSettle, openAdmin, saveDocument } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow, type Look } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startStack } from '../helpers/startStack.ts'

const kinds = { en: 'Assignment', ru: 'Задание' } as const

describe('a creator of an assignment in the admin', () => {
  const admin = adminScene(startStack)

  const openStep = async ({ language = 'en', ...look }: Look = {}) => {
    const payload = await getTestPayload()
    const author = await createUser(payload)
    const { course, steps } = await buildCourse(payload, { author, steps: ['Owls'] })
    const { page } = await admin.open({ token: author.token, language, ...look })
    const stepId = String(steps[0]?.id)
    await openAdmin(page, `/admin/collections/steps/${stepId}`)
    await page.locator('#field-stepType').click()
    await page.locator('.rs__option', { hasText: kinds[language] }).click()
    await page.locator('#field-assignment__requirements').waitFor()
    return { page, course, payload, stepId }
  }
  const save = (page: Page) => saveDocument(page, 'steps')
  const choose = async (page: Page, name: string, option: string) => {
    await page.locator(`#field-assignment__${name}`).click()
    await page.locator('.rs__option', { hasText: option }).click()
  }
  const field = (page: Page, name: string) => page.locator(`#field-assignment__${name}`)

  it('should set it up, hear what does not fit, and publish it', async () => {
    const { page, course, payload, stepId } = await openStep()
    await field(page, 'requirements').fill('Two eyes\n\n  A beak  ')
    await field(page, 'extensions').fill('pdf, ???')
    await fillAndSettle(page.locator('#field-title'), 'A drawing')
    expect((await save(page)).status()).toBe(400)
    await page.getByText('Write endings of file names').first().waitFor()
    await field(page, 'extensions').fill('PDF, .png')
    await fillAndSettle(page.locator('#field-title'), 'A drawing of an owl')
    expect(await field(page, 'maxPoints').count()).toBe(0)
    await choose(page, 'grading', 'Points')
    await field(page, 'maxPoints').fill('10')
    await field(page, 'passPoints').fill('12')
    await choose(page, 'autoApprove', 'for some days')
    await field(page, 'autoApproveDays').fill('3')
    await field(page, 'rubric').fill('A good owl looks awake.')
    expect((await save(page)).ok()).toBe(true)

    await openAdmin(page, `/admin/collections/courses/${course.id}`)
    const publishing = page.getByRole('region', { name: 'Publishing' })
    await publishing.getByRole('link', { name: /needs more points to pass than there are/ }).click()
    await page.waitForURL(/#field-assignment$/)
    await field(page, 'passPoints').fill('6')
    expect((await save(page)).ok()).toBe(true)
    await openAdmin(page, `/admin/collections/courses/${course.id}`)
    await publishing.getByRole('button', { name: 'Publish' }).click()
    await publishing.getByText('Learners see release 1').waitFor()

    const { docs } = await payload.find({ collection: 'releases', where: { course: { equals: course.id } } })
    expect(docs[0]?.content).toMatchObject({
      steps: [
        {
          ...{ id: stepId, stepType: 'assignment' },
          assignment: {
            ...{ requirements: ['Two eyes', 'A beak'], accepts: ['text', 'photo', 'file'] },
            ...{ extensions: ['pdf', 'png'], maxPoints: 10, passPoints: 6, autoApproveDays: 3 },
          },
        },
      ],
    })
    // The refusal above is noted by the browser itself.
    expect(admin.problems.splice(0).filter((problem) => !problem.includes('400'))).toEqual([])
  })

  it.each([
    ['desktop', 'light', 'en'],
    ['desktop', 'dark', 'ru'],
    ['phone', 'light', 'ru'],
    ['phone', 'dark', 'en'],
  ] as const)('should be readable on a %s, %s', async (device, colorScheme, language) => {
    const viewport = device === 'phone' ? phone : desktop
    const { page } = await openStep({ language, viewport, colorScheme })
    await choose(page, 'grading', language === 'ru' ? 'Баллы' : 'Points')
    await field(page, 'maxPoints').waitFor()
    await keepPicture(page, `assignment-${device}-${colorScheme}`)
    expect(await sidewaysOverflow(page)).toEqual([])
  })
})
