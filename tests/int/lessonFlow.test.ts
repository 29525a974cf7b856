import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { buildCourse } from '../factories/buildCourse.ts'
import { linkBot } from '../factories/linkBot.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { shownText } from '../helpers/shownText.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'

describe('a learner in a chat', () => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack()
  })
  afterAll(() => stack.stop())

  it('should learn a course from /start to its end, with progress committed', async () => {
    const payload = await getTestPayload()
    const { author, course } = await buildCourse(payload, { isPublished: true })
    await linkBot(stack, { author, courseId: course.id, username: 'flow_bot' })

    const person = await stack.emulator.createPerson({ first_name: 'Ann', language_code: 'en' })
    const { emulator } = stack
    await emulator.send('flow_bot', person.id, '/start friend')
    let message = await emulator.waitForMessage('flow_bot', person.id, (shown) =>
      shownText(shown).includes('A course for tests'),
    )
    const next = async (label: RegExp, expected: string) => {
      const button = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text))
      expect(button, `a button ${label} below: ${shownText(message)}`).toBeDefined()
      await emulator.tap('flow_bot', person.id, { message_id: message.message_id, text: button?.text ?? '' })
      message = await emulator.waitForMessage(
        'flow_bot',
        person.id,
        (shown) => shownText(shown).includes(expected),
        {
          after: message.message_id,
        },
      )
    }
    await next(/Start/, 'The text of One.')
    await next(/Next/, 'The text of Two.')
    await next(/Next/, 'The text of Three.')
    await next(/Finish/, '100%')

    const { docs } = await payload.find({
      collection: 'enrollments',
      where: { course: { equals: course.id } },
    })
    expect(docs).toMatchObject([
      { status: 'completed', progressPercent: 100, startPayload: 'friend', learnerName: 'Ann' },
    ])
    const progress = await payload.find({ collection: 'progress', where: { course: { equals: course.id } } })
    expect(progress.docs.map(({ isCompleted }) => isCompleted)).toEqual([true, true, true])
  })
})
