import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { messageText } from '../../telegram-emulator/src/client.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { fillAndSettle, openAdmin, saveDocument } from '../helpers/adminPages.ts'
import { adminScene } from '../helpers/adminScene.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { phone, sidewaysOverflow, type Look } from '../helpers/browser.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { keepPicture } from '../helpers/keepPicture.ts'
import { startStack } from '../helpers/startStack.ts'

const long = 'An explanation that is longer than a poll can show. '.repeat(5)

describe('a creator of a quiz in the admin', () => {
  const admin = adminScene(startStack)

  const openStep = async (options: Look = {}) => {
    const payload = await getTestPayload()
    const author = await createUser(payload)
    const { course, steps } = await buildCourse(payload, { author, steps: ['Quiz'] })
    const { token } = author
    const opened = await admin.open({ token, ...options })
    await openAdmin(opened.page, `/admin/collections/steps/${steps[0]?.id}`)
    return { page: opened.page, author, course, payload, stepId: String(steps[0]?.id) }
  }
  const chooseKind = async (page: Page, kind: string) => {
    await page.locator('#field-stepType').click()
    await page.locator('.rs__option', { hasText: kind }).click()
  }
  const addQuestion = async (page: Page, kind: string) => {
    await page
      .getByRole('button', { name: /Add Question|Добавить/ })
      .first()
      .click()
    await page.locator('.blocks-drawer__block', { hasText: kind }).click()
  }
  const questionOf = (page: Page, index: number) => page.locator(`#quiz-questions-row-${index}`)
  const fill = async (page: Page, index: number, text: string, options: string[]) => {
    const at = `#field-quiz__questions__${index}__`
    await page.locator(`${at}text`).fill(text)
    for (const [place, option] of options.entries())
      await page.locator(`${at}options__${place}__text`).fill(option)
  }
  const save = (page: Page) => saveDocument(page, 'steps')

  it('should see how each question is sent and what it lacks, and publish it', async () => {
    const { page, author, course, payload, stepId } = await openStep()
    await chooseKind(page, 'Quiz')
    await addQuestion(page, 'One right answer')
    const first = questionOf(page, 0).locator('.gongbu-question-delivery')
    await first.getByText('The question has no text yet.').waitFor()
    await fill(page, 0, 'The capital of Korea?', ['Tokyo', 'Seoul'])
    await first.getByText('Mark the right answer.').waitFor()
    await first.getByText('Sent as Telegram’s own quiz.').waitFor()
    await page.locator('#field-quiz__questions__0__options__0__isCorrect').check()
    await page.locator('#field-quiz__questions__0__options__1__isCorrect').check()
    await first.getByText('Only one answer can be right.').waitFor()
    await fillAndSettle(page.locator('#field-title'), 'Capitals')
    // The server says the same.
    expect((await save(page)).status()).toBe(400)
    await page.locator('.field-error', { hasText: 'has only one' }).first().waitFor()
    await page.locator('#field-quiz__questions__0__options__0__isCorrect').uncheck()
    await first.locator('li').first().waitFor({ state: 'hidden' })

    await addQuestion(page, 'Several right answers')
    await fill(page, 1, 'Which are vowels?', ['ㅏ', 'ㅗ'])
    await page.locator('#field-quiz__questions__1__explanation').fill(long)
    const second = questionOf(page, 1).locator('.gongbu-question-delivery')
    await second.getByText('because the explanation is longer than 200 characters').waitFor()
    // Saved as it is; the gate names what is missing, and leads here.
    expect((await save(page)).ok()).toBe(true)
    await openAdmin(page, `/admin/collections/courses/${course.id}`)
    const publishing = page.getByRole('region', { name: 'Publishing' })
    await publishing.getByRole('link', { name: /no answer to question 2 is marked as right/ }).click()
    await page.waitForURL(/#field-questions$/)
    // What is far below is rendered when somebody gets there.
    await questionOf(page, 1).scrollIntoViewIfNeeded()
    await page.locator('#field-quiz__questions__1__options__0__isCorrect').check()
    await page.locator('#field-quiz__questions__1__options__1__isCorrect').check()
    expect((await save(page)).ok()).toBe(true)

    await openAdmin(page, `/admin/collections/courses/${course.id}`)
    await publishing.getByRole('button', { name: 'Publish' }).click()
    await publishing.getByText('Learners see release 1').waitFor()
    const step = await payload.findByID({ collection: 'steps', id: stepId })
    expect(step.quiz?.questions).toMatchObject([
      { blockType: 'single', options: [{ isCorrect: false }, { isCorrect: true }] },
      { blockType: 'multiple', options: [{ isCorrect: true }, { isCorrect: true }] },
    ])

    // A learner is asked.
    await attachLiveBot(admin.stack, {
      author,
      courseId: course.id,
      username: 'quiz_editor_bot',
      name: 'Quiz',
    })
    const { emulator } = admin.stack
    const { id } = await emulator.createPerson({ first_name: 'Ann', language_code: 'en' })
    await emulator.send('quiz_editor_bot', id, '/start')
    for (const [shown, button] of [
      ['A course for tests', 'Start learning'],
      ['2 questions', 'Start the quiz'],
    ] as const) {
      const message = await emulator.waitForMessage('quiz_editor_bot', id, (one) =>
        JSON.stringify(one).includes(shown),
      )
      await emulator.tap('quiz_editor_bot', id, { message_id: message.message_id, text: button })
    }
    const poll = await emulator.waitForMessage('quiz_editor_bot', id, (one) => one.poll !== undefined)
    await emulator.vote('quiz_editor_bot', id, poll.message_id, [1])
    await emulator.waitForMessage('quiz_editor_bot', id, (one) => messageText(one).includes('vowels'))
    // The refusal above is noted by the browser itself.
    expect(admin.problems.splice(0).filter((problem) => !problem.includes('400'))).toEqual([])
  })

  it('should write every kind of question, and be told how it is sent, and why', async () => {
    const { page, payload, stepId } = await openStep()
    await chooseKind(page, 'Quiz')
    const at = (index: number) => `#field-quiz__questions__${index}__`
    const delivery = (index: number) => questionOf(page, index).locator('.gongbu-question-delivery')
    await addQuestion(page, 'Answer in words')
    await page.locator(`${at(0)}text`).fill('The capital of Korea?')
    await delivery(0).getByText('the learner writes the answer, because it is answered in words').waitFor()
    await delivery(0).getByText('A right answer is empty.').waitFor()
    await page.locator(`${at(0)}match`).click()
    await page.locator('.rs__option', { hasText: 'it fits a pattern' }).click()
    await fillAndSettle(page.locator(`${at(0)}answers__0__text`), 'Se(oul')
    await delivery(0).getByText('A pattern cannot be read.').waitFor()
    // Refused at once, naming the question and the reason.
    expect((await save(page)).status()).toBe(400)
    await page
      .locator('.field-error', { hasText: 'Question 1: the pattern “Se(oul” cannot be read' })
      .waitFor()
    await page.locator(`${at(0)}answers__0__text`).fill('(?i)se?oul')
    await delivery(0).locator('li').first().waitFor({ state: 'hidden' })

    await addQuestion(page, 'Number')
    await page.locator(`${at(1)}text`).fill('Pi?')
    await delivery(1).getByText('The right number is missing.').waitFor()
    await page.locator(`${at(1)}value`).fill('3.14')
    await page.locator(`${at(1)}tolerance`).fill('0.01')
    await addQuestion(page, 'Put in order')
    await page.locator(`${at(2)}text`).fill('In order?')
    await delivery(2).getByText('because a poll has no order').waitFor()
    for (const [place, item] of ['one', 'two', 'three'].entries())
      await page.locator(`${at(2)}items__${place}__text`).fill(item)
    await addQuestion(page, 'Match')
    await page.locator(`${at(3)}text`).fill('Who says what?')
    await delivery(3).getByText('because a poll has no pairs').waitFor()
    for (const [place, [left, right]] of [
      ['cat', 'meow'],
      ['dog', 'woof'],
      ['', 'moo'],
    ].entries()) {
      await page.locator(`${at(3)}pairs__${place}__left`).fill(left!)
      await page.locator(`${at(3)}pairs__${place}__right`).fill(right!)
    }
    await addQuestion(page, 'Answer with a file')
    await page.locator(`${at(4)}text`).fill('Show it.')
    await delivery(4).getByText('the learner sends the answer').waitFor()
    await addQuestion(page, 'Answer with a voice message')
    await page.locator(`${at(5)}text`).fill('Say it.')
    await addQuestion(page, 'One right answer')
    await fill(page, 6, 'Which one?', ['This', 'That'])
    await page.locator(`${at(6)}options__0__isCorrect`).check()
    await delivery(6).getByText('Sent as Telegram’s own quiz.').waitFor()

    // A setting decides how it is sent, too.
    const settings = page
      .locator('.collapsible__toggle-wrap', { hasText: 'Attempts, time, grading and what is shown when' })
      .locator('.collapsible__toggle')
    await settings.scrollIntoViewIfNeeded()
    await settings.dispatchEvent('click')
    await page.locator('#field-quiz__showAnswer').click()
    await page.locator('.rs__option', { hasText: 'when passed or no attempts are left' }).click()
    await delivery(6)
      .getByText('because a poll tells at once what is right, and this quiz does not')
      .waitFor()
    await page.locator('#field-quiz__maxAttempts').fill('3')
    await page.locator('#field-quiz__timeLimit').fill('2.5')
    await page.locator('#field-quiz__timeUp').waitFor()
    expect((await save(page)).ok()).toBe(true)
    for (const [width, name] of [
      [1440, 'desktop'],
      [390, 'phone'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      for (const scheme of ['light', 'dark'] as const) {
        await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), scheme)
        await keepPicture(page, `quiz-editor-${name}-${scheme}`)
      }
      expect(await sidewaysOverflow(page)).toEqual([])
    }
    const step = await payload.findByID({ collection: 'steps', id: stepId })
    expect(step.quiz).toMatchObject({ maxAttempts: 3, timeLimit: 2.5, showAnswer: 'afterClose' })
    expect(step.quiz?.questions?.map(({ blockType }) => blockType)).toEqual([
      ...['text', 'number', 'order', 'match', 'file', 'voice', 'single'],
    ])
    // The refusal above is noted by the browser itself.
    expect(admin.problems.splice(0).filter((problem) => !problem.includes('400'))).toEqual([])
  })

  it('should be spoken to in Russian, on a phone too', async () => {
    const { page } = await openStep({ language: 'ru', viewport: phone })
    await chooseKind(page, 'Тест')
    await addQuestion(page, 'Один верный ответ')
    await fill(page, 0, 'Столица Кореи?', ['Токио', 'Сеул'])
    await page.locator('.gongbu-question-delivery', { hasText: 'Отправится викториной Telegram.' }).waitFor()
    await page.locator('.gongbu-question-delivery', { hasText: 'Отметьте верный ответ.' }).waitFor()
    await page.locator('.gongbu-question-label', { hasText: '1. Столица Кореи?' }).waitFor()
    expect(await sidewaysOverflow(page)).toEqual([])
  })
})
