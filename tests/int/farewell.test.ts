import { describe, expect, it } from 'vitest'

import { waitForBot } from '../factories/linkBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { runnerClient } from '../helpers/runnerClient.ts'
import { teachingScene } from '../helpers/teachingScene.ts'
import { waitFor } from '../helpers/waitFor.ts'

describe('a bot that stops teaching', () => {
  const scene = teachingScene()

  /** A live bot with so many learners. */
  const taught = async (learners: number) => {
    const { course, bot } = await scene.teach()
    const people: number[] = []
    for (let count = 0; count < learners; count += 1) people.push((await scene.join(bot)).personId)
    return { course, bot, people }
  }
  const act = (method: string, path: string, body?: unknown) =>
    callWeb(scene.stack, method, path, { token: scene.author.token, body })
  const heard = async (bot: string, person: number, text: string) =>
    (await scene.emulator.messages(bot, person)).filter(
      (message) => message.from.is_bot && message.text?.includes(text),
    )
  const hookOf = async (bot: string) => (await scene.emulator.bot(bot)).webhook.url
  const allTold = (courseId: string) =>
    waitFor('everybody to be told', async () => {
      const { docs } = await scene.payload.find({
        collection: 'bots',
        where: { course: { equals: courseId } },
      })
      const { totalDocs } = await scene.payload.count({
        collection: 'outbox',
        where: { topic: { equals: 'farewell' } },
      })
      return !docs[0]?.farewell && totalDocs === 0
    })

  it('should tell its learners once when the course is unpublished, and go on when it is back', async () => {
    const { course, bot, people } = await taught(3)
    const [gone = 0, ...rest] = people
    await scene.emulator.block(bot, gone)
    await waitFor('the block to be known', async () => {
      const { docs } = await scene.payload.find({ collection: 'enrollments', where: { course: { equals: course.id }, isBlocked: { equals: true } } }) // prettier-ignore
      return docs.length === 1
    })
    await act('POST', `/courses/${course.id}/unpublish`)
    await allTold(course.id)
    await waitFor('the webhook to go', async () => (await hookOf(bot)) === '')
    for (const person of rest) expect(await heard(bot, person, 'is closed for now')).toHaveLength(1)
    expect(await heard(bot, gone, 'is closed for now')).toHaveLength(0)

    await act('POST', `/courses/${course.id}/publish`)
    await waitForBot(scene.stack, scene.author, course.id, 'live')
    await scene.emulator.send(bot, rest[0] ?? 0, '/start')
    await waitFor(
      'the lesson to go on',
      async () => (await heard(bot, rest[0] ?? 0, 'A course for tests')).length > 2,
    )
    await act('POST', `/courses/${course.id}/archive`)
    await allTold(course.id)
    for (const person of rest) {
      expect(await heard(bot, person, 'is closed for now')).toHaveLength(1)
      expect(await heard(bot, person, '” is closed. ')).toHaveLength(1)
    }
  })

  it('should tell nobody of a course that is published again before', async () => {
    const { course, bot, people } = await taught(1)
    await scene.stack.runner.stop()
    await act('POST', `/courses/${course.id}/unpublish`)
    await act('POST', `/courses/${course.id}/publish`)
    await scene.stack.runner.start()
    await allTold(course.id)
    expect(await heard(bot, people[0] ?? 0, 'closed')).toEqual([])
  })

  it('should name nobody twice, so that a runner that dies after asking tells nobody twice', async () => {
    const { course, people } = await taught(2)
    const { docs } = await scene.payload.find({
      collection: 'bots',
      where: { course: { equals: course.id } },
    })
    const claim = () => runnerClient(scene.stack).claimFarewells(docs[0]?.id ?? '')
    await scene.stack.runner.stop()
    expect(await claim()).toMatchObject({ reason: null, learners: [] })
    await act('POST', `/courses/${course.id}/unpublish`)
    // Two at once, as when a job has come again while the first still runs.
    const lots = await Promise.all([claim(), claim()])
    const named = lots.flatMap(({ learners }) => learners.map(({ telegramUserId }) => telegramUserId))
    expect(named.toSorted()).toEqual(people.toSorted())
    expect(await claim()).toMatchObject({ reason: null, learners: [] })
    await scene.stack.runner.start()
    await allTold(course.id)
  })

  it('should tell everybody, if later, when Telegram is away meanwhile', async () => {
    const { course, bot, people } = await taught(3)
    await scene.emulator.addFault({ bot, method: 'sendMessage', error_code: 502, times: 1 })
    await act('POST', `/courses/${course.id}/unpublish`)
    await allTold(course.id)
    const told = await Promise.all(people.map(async (person) => (await heard(bot, person, 'is closed for now')).length)) // prettier-ignore
    // Whether the one whom the failure met has heard it, nobody knows: better never than twice.
    expect(told.toSorted()).toEqual([0, 1, 1])
  })

  it('should be let go when its learners have been told that it is removed', async () => {
    const { course, bot, people } = await taught(2)
    await scene.emulator.addFault({ bot, method: 'sendMessage', error_code: 429, retry_after: 2, times: 1 })
    await act('DELETE', `/courses/${course.id}/bot`)
    expect(await waitForBot(scene.stack, scene.author, course.id, 'waitingForToken')).toMatchObject({
      username: null,
    })
    for (const person of people) expect(await heard(bot, person, 'no longer teaches')).toHaveLength(1)
    expect(await hookOf(bot)).toBe('')
    const { docs } = await scene.payload.find({ collection: 'bots', where: { course: { equals: course.id } }, showHiddenFields: true }) // prettier-ignore
    expect(docs).toMatchObject([
      { sealedToken: null, telegramBotId: null, farewell: null, isRemoving: false },
    ])
  })

  it('should tell nobody when the course was not open anyway', async () => {
    const { course, bot, people } = await taught(1)
    await act('POST', `/courses/${course.id}/unpublish`)
    await allTold(course.id)
    await act('POST', `/courses/${course.id}/archive`)
    await act('DELETE', `/courses/${course.id}/bot`)
    await waitForBot(scene.stack, scene.author, course.id, 'waitingForToken')
    const messages = await scene.emulator.messages(bot, people[0] ?? 0)
    expect(messages.filter(({ text }) => /closed|no longer teaches/.test(text ?? ''))).toHaveLength(1)
  })
})
