import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import type { RuleGroup } from '../../src/lesson/engine/rules/rule.ts'
import { buildRule } from '../../src/lesson/testing/buildRule.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { fillAndSettle, openAdmin, saveDocument } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { desktop, phone, sidewaysOverflow, type Look } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startStack } from '../helpers/startStack.ts'

describe('a creator who says when steps open', () => {
  const admin = adminScene(startStack)

  const openScene = async (options: Look = {}) => {
    const payload = await getTestPayload()
    const author = await createUser(payload)
    const quiz = quizStep('Letters', [question('The capital of Korea?', ['*Seoul', 'Tokyo'])])
    const { course, steps } = await buildCourse(payload, {
      author,
      course: { timeZone: 'Europe/Moscow' },
      steps: ['Beginning', quiz, 'Ending'],
    })
    const { token } = author
    const { page } = await admin.open({ token, ...options })
    const openStep = (index: number) => openAdmin(page, `/admin/collections/steps/${steps[index]?.id}`)
    return { page, payload, course, steps, openStep }
  }
  const ruleOf = (page: Page) => page.locator('#field-unlockConditions')
  const conditionOf = (page: Page, place: string) =>
    ruleOf(page).getByRole('group', { name: new RegExp(`^(Condition|Group|Условие|Группа) ${place}$`) })
  const save = (page: Page) => saveDocument(page, 'steps')

  it('should build a rule with pickers, read it as a sentence, and be refused a circle', async () => {
    const { page, payload, steps, openStep } = await openScene()
    await openStep(2)
    const rule = ruleOf(page)
    await rule.getByText('The step opens in the course’s order').waitFor()
    await rule.getByRole('button', { name: 'Set conditions' }).click()
    // What is not filled in is said at its place, and refused.
    await conditionOf(page, '1').getByText('Choose a step.').waitFor()
    await fillAndSettle(page.locator('#field-title'), 'The ending')
    expect((await save(page)).status()).toBe(400)
    await page.getByText('Condition 1: Choose a step.').first().waitFor()

    await conditionOf(page, '1').getByLabel('Which step').selectOption({ label: '1. Beginning' })
    await rule.getByText('The step opens when step 1 “Beginning” is done.').waitFor()
    await rule.getByRole('button', { name: 'Add a group' }).click()
    const group = conditionOf(page, '2')
    await conditionOf(page, '2.1').getByLabel('What about').selectOption('grade')
    await conditionOf(page, '2.1').getByLabel('Which step').selectOption({ label: '2. Letters' })
    await conditionOf(page, '2.1').getByLabel('At least, %').fill('70')
    await group.getByRole('button', { name: 'Add a condition' }).click()
    await conditionOf(page, '2.2').getByLabel('What about').selectOption('date')
    await conditionOf(page, '2.2').getByLabel('Date and time (Europe/Moscow)').fill('2030-03-05T10:00')
    const sentence =
      'The step opens when step 1 “Beginning” is done and (the result of step 2 “Letters” is 70% or better or it is 5 March 2030 at 10:00 GMT+3 or later).'
    await rule.getByText(sentence).waitFor()
    await rule.getByLabel('Until then').selectOption('hidden')
    await rule.getByText('Until then it is not there.').waitFor()
    await keepPicture(page, 'unlock-rule')
    expect((await save(page)).ok()).toBe(true)
    const saved = await payload.findByID({ collection: 'steps', id: String(steps[2]?.id) })
    expect(saved.unlockConditions).toEqual({
      op: 'all',
      show: 'hidden',
      conditions: [
        { kind: 'completion', step: steps[0]?.id, state: 'done' },
        {
          op: 'any',
          conditions: [
            { kind: 'grade', step: steps[1]?.id, min: 70 },
            { kind: 'date', from: '2030-03-05T07:00:00.000Z' },
          ],
        },
      ],
    })
    await openStep(2)
    await ruleOf(page).getByText(sentence).waitFor()

    // The first step cannot wait for the one that waits for it.
    await openStep(0)
    await rule.getByRole('button', { name: 'Set conditions' }).click()
    await conditionOf(page, '1').getByLabel('Which step').selectOption({ label: '3. The ending' })
    expect((await save(page)).status()).toBe(422)
    await page.getByText('“Beginning” → “The ending” → “Beginning”').first().waitFor()
    await keepPicture(page, 'unlock-cycle')
    await rule.getByRole('button', { name: 'Open in the course’s order again' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Open in the course’s order again' }).click()
    await rule.getByText('The step opens in the course’s order').waitFor()
    expect((await save(page)).ok()).toBe(true)
    // The refusals above are noted by the browser itself.
    expect(admin.problems.splice(0).filter((problem) => !/400|422/.test(problem))).toEqual([])
  })

  it('should be told that a removed step is named, and kept from publishing', async () => {
    const { page, payload, course, steps, openStep } = await openScene()
    const rule = {
      ...{ op: 'all', show: 'greyed' },
      conditions: [{ kind: 'completion', step: steps[0]?.id, state: 'done' }],
    }
    await payload.update({ collection: 'steps', id: String(steps[2]?.id), data: { unlockConditions: rule } })
    const deletedAt = new Date().toISOString()
    await payload.update({ collection: 'steps', id: String(steps[0]?.id), data: { deletedAt } })
    await openStep(2)
    await ruleOf(page).getByText('A removed step is named here').waitFor()
    await ruleOf(page).getByText('the removed step “Beginning” is done').waitFor()
    await openAdmin(page, `/admin/collections/courses/${course.id}`)
    await page
      .getByRole('region', { name: 'Publishing' })
      .getByRole('link', { name: /waits for a step that is no longer in the course/ })
      .waitFor()
  })

  it('should be spoken to in Russian, in the dark and on a phone, and go by keyboard', async () => {
    const { page, openStep } = await openScene({ language: 'ru', viewport: phone, colorScheme: 'dark' })
    await openStep(2)
    const rule = ruleOf(page)
    await rule.getByRole('button', { name: 'Задать условия' }).focus()
    await page.keyboard.press('Enter')
    const kind = conditionOf(page, '1').getByLabel('О чём')
    await kind.focus()
    await kind.selectOption('delay')
    await page.keyboard.press('Tab')
    // Whoever comes to a field by the key has all of it chosen.
    await page.keyboard.type('2')
    await rule.getByText(/прошли 2 дня с начала курса/).waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
  })

  it.each([
    { device: 'desktop', viewport: desktop, colorScheme: 'light' as const, language: 'en' as const },
    { device: 'desktop', viewport: desktop, colorScheme: 'dark' as const, language: 'ru' as const },
    { device: 'phone', viewport: phone, colorScheme: 'light' as const, language: 'ru' as const },
    { device: 'phone', viewport: phone, colorScheme: 'dark' as const, language: 'en' as const },
  ])(
    'should see every kind of condition and how deep groups are on a $device, $colorScheme, in $language',
    async ({ device, ...look }) => {
      const { page, payload, steps, openStep } = await openScene(look)
      const [beginning, letters, ending] = steps.map(({ id }) => String(id))
      const inner: RuleGroup = {
        ...{ op: 'any', negate: true },
        conditions: [
          { kind: 'date', until: '2030-03-01T07:00:00.000Z' },
          { kind: 'grade', step: letters ?? '', max: 40 },
        ],
      }
      const unlockConditions = buildRule([
        { kind: 'completion', step: beginning ?? '', state: 'passed' },
        { op: 'any', conditions: [{ kind: 'delay', after: 'enrolment', amount: 2, unit: 'days' }, inner] },
      ])
      await payload.update({
        collection: 'steps',
        id: ending ?? '',
        data: { unlockConditions: { ...unlockConditions } },
      })
      await openStep(2)
      await ruleOf(page).getByRole('status').waitFor()
      expect(await conditionOf(page, '2.2.2').getByRole('spinbutton').count()).toBe(2)
      expect(await sidewaysOverflow(page)).toEqual([])
      await keepPicture(page, `unlock-${device}-${look.colorScheme}-${look.language}`)
    },
  )
})
