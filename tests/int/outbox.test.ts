import { Redis } from 'ioredis'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { getUnsentDelivery } from '../../src/operations/runner/getUnsentDelivery.system.ts'
import type { Fault } from '../../telegram-emulator/src/client.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { buildToken } from '../factories/buildTaughtCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { linkBot, readBot, waitForBot } from '../factories/linkBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { cutRedis } from '../helpers/ownRedis.ts'
import { proveOwnership } from '../helpers/proveOwnership.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

let lastBot = 0
const newBotName = () => `outbox_${(lastBot += 1)}_bot`

describe('what is to be done outside', () => {
  let stack: Stack
  let payload: Payload
  let author: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    author = await createUser(payload)
    stack = await startStack()
  })
  afterAll(() => stack.stop())
  afterEach(() => stack.emulator.clearFaults())

  const publishedCourse = async () => (await buildCourse(payload, { author, isPublished: true })).course
  const link = (courseId: string, username: string, more: { isAwaited?: boolean; fault?: Fault } = {}) =>
    linkBot(stack, { author, courseId, username, ...more })
  const post = (courseId: string, token: string) =>
    callWeb<{ error: { code: string }; state: string }>(stack, 'POST', `/courses/${courseId}/bot`, {
      token: author.token,
      body: { token },
    })
  /** As if the author had said in the bot whose it is. The change of it queues nothing. */
  const knowOwner = (courseId: string) =>
    payload.db.pool.query('UPDATE bots SET is_proven = true WHERE course_id = $1', [courseId])
  const problemOf = (courseId: string) =>
    waitFor('the problem to be seen', async () => {
      const { problem } = await readBot(stack, author, courseId)
      return problem && { ...problem, seenAt: Date.now() }
    })
  const outboxIsEmpty = () =>
    waitFor(
      'the outbox to be empty',
      async () => (await payload.count({ collection: 'outbox' })).totalDocs === 0,
    )
  const unsentTo = async (telegramId: number) => {
    const { docs } = await payload.find({
      collection: 'enrollments',
      where: { 'user.telegramId': { equals: telegramId } },
    })
    return (await getUnsentDelivery({ payload, enrollmentId: docs[0]?.id ?? '' })).unsent
  }
  const timesOf = async (bot: string, method: string) =>
    (await stack.emulator.calls({ bot }))
      .filter((call) => call.method === method)
      .map(({ time }) => new Date(time).getTime())

  it.each<[string, string, Fault, string]>([
    ['500', 'getMe', { error_code: 500, times: 2 }, 'telegramUnavailable'],
    ['502', 'setMyName', { error_code: 502, times: 2 }, 'telegramUnavailable'],
    ['429', 'setMyCommands', { error_code: 429, retry_after: 2, times: 1 }, 'telegramLimited'],
    ['429', 'setWebhook', { error_code: 429, retry_after: 1, times: 2 }, 'telegramLimited'],
    // Telegram did it and could not say so.
    ['504', 'setWebhook', { error_code: 504, after_apply: true, times: 1 }, 'telegramUnavailable'],
  ])(
    'should get over the answer %s to %s, say so meanwhile, and lose nothing',
    async (_status, method, fault, code) => {
      const course = await publishedCourse()
      const bot = newBotName()
      await link(course.id, bot, { isAwaited: false, fault: { method, ...fault } })
      const [problem] = await Promise.all([
        problemOf(course.id),
        proveOwnership(stack, { author, courseId: course.id, username: bot }),
      ])
      expect(problem).toMatchObject({ code })
      expect(problem.message).not.toBe('')
      expect(Date.parse(problem.nextTryAt ?? '')).toBeGreaterThan(problem.seenAt - 1000)

      expect(await waitForBot(stack, author, course.id, 'live')).toMatchObject({
        username: bot,
        problem: null,
      })
      const tries = await timesOf(bot, method)
      expect(tries.length).toBeGreaterThan(fault.times)
      // A wait that Telegram named is kept to.
      const [first = 0, second = 0] = tries
      expect(second - first).toBeGreaterThanOrEqual((fault.retry_after ?? 0.5) * 1000 - 100)
      const details = await stack.emulator.bot(bot)
      expect(details.texts['']).toMatchObject({ name: course.title, description: course.description })
      expect(details.webhook.url).toContain('/tg/')
      await outboxIsEmpty()
    },
  )

  it('should set up nothing twice that stands', async () => {
    const course = await publishedCourse()
    const bot = newBotName()
    await link(course.id, bot, { fault: { method: 'setWebhook', error_code: 500, times: 2 } })
    expect(await timesOf(bot, 'setMyName')).toHaveLength(1)
    expect(await timesOf(bot, 'setWebhook')).toHaveLength(3)
  })

  it.each([
    ['429', { error_code: 429, retry_after: 2, times: 1 }, 1],
    ['500', { error_code: 500, times: 2 }, 1],
    // A send that was done and not confirmed is uncertain; a view of the lesson is then sent again.
    ['500 after the message went out', { error_code: 500, after_apply: true, times: 1 }, 2],
  ])('should bring a learner the view that Telegram put off with %s', async (_what, fault, copies) => {
    const course = await publishedCourse()
    const bot = newBotName()
    await link(course.id, bot)
    await stack.emulator.addFault({ bot, method: 'sendMessage', ...fault })
    const learner = await learnInChat(stack, bot)
    await learner.start('A course for tests')
    const views = async () =>
      (await stack.emulator.messages(bot, learner.personId)).filter(({ from }) => from.is_bot).length
    await waitFor('every copy of the view', async () => (await views()) === copies)
    await outboxIsEmpty()
    expect(await views()).toBe(copies)
    // And the chat goes on as if nothing had been.
    expect(await learner.tap(/Start/, 'The text of One.')).toContain('The text of One.')
  })

  it('should not hold a learner’s chat while a view of another is put off', async () => {
    const course = await publishedCourse()
    const bot = newBotName()
    await link(course.id, bot)
    await stack.emulator.addFault({ bot, method: 'sendMessage', error_code: 429, retry_after: 600, times: 1 })
    const unlucky = await stack.emulator.createPerson({ first_name: 'Unlucky', language_code: 'en' })
    await stack.emulator.send(bot, unlucky.id, '/start')
    const { totalDocs } = await waitFor('the delivery to wait', async () => {
      const waiting = await payload.count({ collection: 'outbox', where: { topic: { equals: 'delivery' } } })
      return waiting.totalDocs > 0 && waiting
    })
    expect(totalDocs).toBe(1)
    const other = await learnInChat(stack, bot)
    await other.start('A course for tests')
    // The webhook was answered: the unlucky one’s chat is free too, and what is newer replaces what waits.
    await stack.emulator.send(bot, unlucky.id, '/start')
    await stack.emulator.waitForMessage(bot, unlucky.id, ({ from }) => from.is_bot)
    // That it was sent is known a moment later: a delivery due before that would rightly send it again.
    await waitFor('the receipt of the view', async () => (await unsentTo(unlucky.id)).length === 0)
    await stack.emulator.advanceClock(601_000)
    await outboxIsEmpty()
    const messages = await stack.emulator.messages(bot, unlucky.id)
    expect(messages.filter(({ from }) => from.is_bot)).toHaveLength(1)
  })

  it('should queue again what Redis lost between the queue and the work', async () => {
    const course = await publishedCourse()
    const bot = newBotName()
    await stack.runner.stop()
    await link(course.id, bot, { isAwaited: false })
    await knowOwner(course.id)
    const queued = await waitFor('the row to be queued', async () => {
      const { docs } = await payload.find({
        collection: 'outbox',
        where: { timesQueued: { greater_than: 0 } },
      })
      return docs[0]
    })
    await cutRedis(process.env.REDIS_URL ?? '', { isEmptied: true })
    await stack.runner.start()
    expect(await readBot(stack, author, course.id)).toMatchObject({ state: 'settingUp' })
    // As if the minute had passed after which a job that reported nothing is queued again.
    await payload.db.pool.query("UPDATE outbox SET queued_at = queued_at - interval '61 s'")
    await waitForBot(stack, author, course.id, 'live')
    await outboxIsEmpty()
    expect(queued.timesQueued).toBe(1)
  })

  it('should queue a row once and not again while its job is at work', async () => {
    const course = await publishedCourse()
    await stack.runner.stop()
    await link(course.id, newBotName(), { isAwaited: false })
    await knowOwner(course.id)
    const bots = await payload.find({ collection: 'bots', where: { course: { equals: course.id } } })
    // Rows that want bots looked at come and go by themselves.
    const row = async (timesQueued: number) => {
      const own = {
        topic: { equals: 'bot' },
        subject: { equals: bots.docs[0]?.id },
        timesQueued: { equals: timesQueued },
      }
      return (await payload.find({ collection: 'outbox', where: own })).docs[0]
    }
    const { id } = await waitFor('the row to be queued', () => row(1))
    const redis = new Redis(process.env.REDIS_URL ?? '')
    const jobs = async () =>
      (await redis.lrange('gongbu:bots:wait', 0, -1)).filter((job) => job === id).length
    expect(await jobs()).toBe(1)
    await payload.db.pool.query("UPDATE outbox SET queued_at = queued_at - interval '61 s' WHERE id = $1", [
      id,
    ])
    await waitFor('the row to be queued again', () => row(2))
    expect(await jobs()).toBe(1)
    redis.disconnect()
    await stack.runner.start()
    await waitForBot(stack, author, course.id, 'live')
    await outboxIsEmpty()
  })

  it('should ask for a new token when Telegram refuses the one it has', async () => {
    const course = await publishedCourse()
    expect((await post(course.id, buildToken())).status).toBe(200)
    const refused = await waitForBot(stack, author, course.id, 'needsRelink')
    expect(refused.problem).toMatchObject({ code: 'tokenRefused' })
    await outboxIsEmpty()

    const bot = newBotName()
    await link(course.id, bot)
    const learner = await learnInChat(stack, bot)
    await learner.start('A course for tests')
    // Revoked while it serves: the next thing that is to be done with it finds out.
    await stack.emulator.addFault({ bot, method: 'getMe', error_code: 401, times: 1 })
    await callWeb(stack, 'PATCH', `/courses/${course.id}`, { token: author.token, body: { title: 'Under another name' } })
    await callWeb(stack, 'POST', `/courses/${course.id}/publish`, { token: author.token })
    expect((await waitForBot(stack, author, course.id, 'needsRelink')).problem).toMatchObject({ code: 'tokenRefused' })
  }) // prettier-ignore

  it('should let a bot serve one course, and no token in that is none', async () => {
    const [one, two, three] = await Promise.all([publishedCourse(), publishedCourse(), publishedCourse()])
    const token = await link(one.id, newBotName())
    expect(await post(two.id, token)).toMatchObject({ status: 409, body: { error: { code: 'botServesAnotherCourse' } } })
    const fresh = buildToken()
    const both = await Promise.all([post(two.id, fresh), post(three.id, fresh)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.error.code).toBe('botServesAnotherCourse')

    const id = both[0].status === 409 ? two.id : three.id
    for (const bad of ['', 'token', token.slice(0, -1), `${token}x`, token.replace(':', ';'), `12:${token.split(':')[1]}`, `${token}\n${token}`])
      expect([bad, (await post(id, bad)).body.error?.code]).toEqual([bad, 'tokenMalformed'])
    expect(await readBot(stack, author, id)).toMatchObject({ state: 'waitingForToken' })
    expect((await post(id, `  ${buildToken()}\n`)).status).toBe(200)
  }) // prettier-ignore
})
