import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TestState } from '../../src/operations/courseTest/describeTest.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { waitForBot, linkBot } from '../factories/linkBot.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { platformScene, type Creator } from '../helpers/platformScene.ts'
import { proveOwnership, startPayload } from '../helpers/proveOwnership.ts'
import { shownText } from '../helpers/shownText.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const marked = /^🧪 /u

describe('a course that is tried in its bot', () => {
  let stack: Stack
  let payload: Payload
  let scene: ReturnType<typeof platformScene>
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({}, { hasPlatformBot: true })
    scene = platformScene(stack, payload)
  })
  afterAll(() => stack.stop())

  /** A person's side of the chat with a bot. */
  const chatOf = (bot: string, personId: number) => {
    let last = 0
    const shown = async (fits: (message: ChatMessage) => boolean) => {
      const message = await stack.emulator.waitForMessage(bot, personId, (one) => one.from.is_bot && fits(one), { after: last })
      last = message.message_id
      return message
    } // prettier-ignore
    return {
      send: (text: string) => stack.emulator.send(bot, personId, text),
      sees: (expected: string) => shown((message) => shownText(message).includes(expected)),
      seesPoll: () => shown((message) => message.poll !== undefined),
      tap: (message: ChatMessage, label: RegExp) => {
        const button = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text))
        if (!button) throw new Error(`no button ${label} below: ${shownText(message)}`)
        return stack.emulator.tap(bot, personId, { message_id: message.message_id, text: button.text })
      },
    }
  }
  const test = (creator: Pick<Creator, 'token'>, courseId: string, method = 'GET') =>
    scene.call<TestState>(creator as Creator, method, `/courses/${courseId}/test`)
  const invite = async (creator: Pick<Creator, 'token'>, courseId: string) =>
    (await scene.call<{ link: string }>(creator as Creator, 'POST', `/courses/${courseId}/test/invitation`))
      .link
  const mayUse = (bot: string, personId: number) =>
    waitFor(`@${bot} to let ${personId} in`, () =>
      stack.emulator.send(bot, personId, '/start').then(
        () => true,
        () => false,
      ),
    )

  it('should be closed to all but its testers until it is published, and then open', async () => {
    const creator = await scene.createCreator()
    const { course } = await buildCourse(payload, { author: creator, course: { title: 'Secret letters' } })
    const bot = 'secret_letters_bot'
    await scene.call(creator, 'POST', `/courses/${course.id}/bot/request`)
    await scene.makeBot(creator.personId, bot)
    await scene.waitForState(creator, course.id, 'ready')
    expect(await test(creator, course.id, 'POST')).toMatchObject({ isPrivate: true, preview: { isCurrent: true } })
    await waitFor('the bot to be closed', async () => {
      const calls = await stack.emulator.calls({ bot: scene.manager })
      return calls.some(({ method }) => method === 'setManagedBotAccessSettings')
    })

    const author = chatOf(bot, creator.personId)
    await author.send('/start')
    const welcome = await author.sees('Secret letters')
    expect(shownText(welcome)).toMatch(marked)
    await author.tap(welcome, /Start/)
    expect(shownText(await author.sees('The text of One.'))).toMatch(marked)

    const stranger = await scene.createPerson('Stranger')
    await expect(stack.emulator.send(bot, stranger, '/start')).rejects.toThrow(/restricted/)

    const friend = await scene.createPerson('Friend')
    const link = await invite(creator, course.id)
    expect(link).toContain(scene.manager)
    await stack.emulator.send(scene.manager, friend, `/start ${startPayload(link)}`)
    await scene.said(friend, 'You are testing “Secret letters”')
    await mayUse(bot, friend)
    expect(shownText(await chatOf(bot, friend).sees('Secret letters'))).toMatch(marked)
    await waitFor('the testers to be listed', async () => (await test(creator, course.id)).testers.length === 2)

    await scene.call(creator, 'POST', `/courses/${course.id}/publish`)
    await scene.waitForState(creator, course.id, 'live')
    await mayUse(bot, stranger)
    expect(shownText(await chatOf(bot, stranger).sees('Secret letters'))).not.toMatch(marked)
    await author.send('/start')
    expect(shownText(await author.sees('Secret letters'))).not.toMatch(marked)
    const { totalDocs } = await payload.count({ collection: 'enrollments', where: { course: { equals: course.id } } })
    expect(totalDocs).toBe(2)
    const code = startPayload(link).replace('test_', '')
    for (const { output } of [stack.web, stack.runner]) expect(output()).not.toContain(code)
  }) // prettier-ignore

  it('should let testers into a pasted bot by its own link, and mark polls too', async () => {
    const author = await scene.createCreator()
    const steps = [quizStep('Letters', [question('Which is a vowel?', ['*ㅏ', 'ㄱ'])])]
    const { course } = await buildCourse(payload, { author, steps, course: { title: 'Pasted letters' } })
    const bot = 'pasted_letters_bot'
    await linkBot(stack, { author, courseId: course.id, username: bot, isAwaited: false })
    await proveOwnership(stack, { author, courseId: course.id, username: bot })
    await waitForBot(stack, author, course.id, 'ready')
    expect(await test(author, course.id, 'POST')).toMatchObject({ isPrivate: false })

    const friend = await scene.createPerson('Friend')
    const link = await invite(author, course.id)
    const chat = chatOf(bot, friend)
    await chat.send(`/start ${startPayload(link)}`)
    const welcome = await chat.sees('Pasted letters')
    expect(shownText(welcome)).toMatch(marked)
    await chat.tap(welcome, /Start/)
    await chat.tap(await chat.sees('Letters'), /quiz|Begin|Start/i)
    expect((await chat.seesPoll()).poll?.question).toBe('🧪 Test · Which is a vowel?')

    const stranger = chatOf(bot, await scene.createPerson('Stranger'))
    await stranger.send('/start')
    expect(shownText(await stranger.sees('not available'))).not.toMatch(marked)
    await stranger.send('/start test_made-up')
    await stranger.sees('There is no such link')
    const { totalDocs } = await payload.count({ collection: 'enrollments', where: { course: { equals: course.id } } })
    expect(totalDocs).toBe(0)
  }) // prettier-ignore
})
