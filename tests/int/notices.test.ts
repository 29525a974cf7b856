import { Redis } from 'ioredis'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { createRunnerClient } from '../../src/contracts/runnerClient.ts'
import type { LessonEvent } from '../../src/contracts/lessonEvent.ts'
import { addNotice } from '../factories/addNotice.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { linkBot } from '../factories/linkBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { inParallel } from '../helpers/inParallel.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { shownText } from '../helpers/shownText.ts'
import { startProcess } from '../helpers/startProcess.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const sends = (method: string) => method.startsWith('send')

describe('what learners are told of our own accord', () => {
  let stack: Stack
  let payload: Payload
  let author: SignedIn
  let bots = 0
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack()
    author = await createUser(payload)
  })
  afterAll(() => stack.stop())
  afterEach(() => stack.emulator.clearFaults())

  /** A live bot with so many learners, who are awake. */
  const taught = async (count: number) => {
    const bot = `notice${(bots += 1)}_bot`
    const { course, steps } = await buildCourse(payload, { author, isPublished: true })
    await linkBot(stack, { author, courseId: course.id, username: bot })
    const learners = await inParallel([...Array(count).keys()], 8, async () => {
      const learner = await learnInChat(stack, bot)
      await learner.start('A course for tests')
      const { docs } = await payload.find({ collection: 'enrollments', where: { 'user.telegramId': { equals: learner.personId } } }) // prettier-ignore
      const { id: enrollment, user } = docs[0] ?? expect.fail('no learner')
      await payload.update({
        collection: 'users',
        id: String(user),
        data: { quietFrom: null, quietTo: null },
      })
      return { ...learner, enrollment, user: String(user) }
    })
    return { bot, course, steps, learners, learner: learners[0] ?? expect.fail('nobody') }
  }
  const productNow = async () => new Date((await stack.emulator.clock()).now)
  const tell = async (enrollment: string, stepIds?: string[]) =>
    addNotice(payload, { enrollment, stepIds, now: await productNow() })
  const statusOf = async (id: string) => {
    const { status, reason } = await payload.findByID({ collection: 'notices', id })
    return [status, reason ?? null]
  }
  const becomes = (id: string, status: string, timeoutMs?: number) =>
    waitFor(`the notice to be ${status}`, async () => (await statusOf(id))[0] === status, timeoutMs)
  const waiting = (id: string) => payload.find({ collection: 'outbox', where: { topic: { equals: 'notice' }, subject: { equals: id } } }) // prettier-ignore
  const callsSince = async (bot: string, after: number) =>
    (await stack.emulator.calls({ bot, after })).filter(({ method }) => sends(method))
  const lastCall = async (bot: string) => (await stack.emulator.calls({ bot })).at(-1)?.id ?? 0
  const factsOf = async (enrollment: string) => {
    const { rows } = await payload.db.pool.query<{ type: string }>(
      'SELECT type FROM facts WHERE enrollment_id = $1 ORDER BY at',
      [enrollment],
    )
    return rows.map(({ type }) => type)
  }
  const client = () =>
    createRunnerClient({ baseUrl: stack.webUrl, secret: process.env.RUNNER_SECRET ?? '', timeoutMs: 5000 })

  it('should be sent once, and noted', async () => {
    const { bot, steps, learner } = await taught(1)
    const before = await lastCall(bot)
    const opened = await tell(learner.enrollment, [steps[1]?.id ?? '', steps[2]?.id ?? ''])
    await learner.waitFor('Two')
    await becomes(opened, 'sent')
    const reminder = await tell(learner.enrollment)
    await becomes(reminder, 'sent')
    expect(await callsSince(bot, before)).toHaveLength(2)
    expect((await waiting(opened)).totalDocs + (await waiting(reminder)).totalDocs).toBe(0)
    expect(await factsOf(learner.enrollment)).toContain('reminder_sent')
    const { sentAt } = await payload.findByID({ collection: 'notices', id: opened })
    expect(sentAt).not.toBeNull()
  })

  it('should not be sent when there is no more reason for it', async () => {
    const { bot, course, steps, learners } = await taught(4)
    const [acting, muted, opening, last] = learners
    if (!acting || !muted || !opening || !last) throw new Error('too few')
    const before = await lastCall(bot)
    await stack.runner.stop()
    const acted = await tell(acting.enrollment)
    const off = await tell(muted.enrollment)
    const seen = await tell(opening.enrollment, [steps[0]?.id ?? ''])
    await payload.update({ collection: 'users', id: muted.user, data: { remindersEnabled: false } })
    await act(course.id, acting.personId, { type: 'command', command: 'help' })
    await act(course.id, opening.personId, { type: 'tap', tap: { action: 'begin', version: 1 } })
    await stack.runner.start()
    for (const id of [acted, off, seen]) await becomes(id, 'cancelled')
    expect(await Promise.all([acted, off, seen].map(statusOf))).toEqual([
      ['cancelled', 'acted'],
      ['cancelled', 'remindersOff'],
      ['cancelled', 'opened'],
    ])

    await callWeb(stack, 'POST', `/courses/${course.id}/unpublish`, { token: author.token })
    const closed = await tell(last.enrollment)
    await becomes(closed, 'cancelled')
    expect(await statusOf(closed)).toEqual(['cancelled', 'courseClosed'])
    const told = (await callsSince(bot, before)).map(({ parameters }) => parameters)
    expect(told.filter(({ text }) => !String(text).includes('is closed for now'))).toEqual([])
  })

  it('should never be sent twice when who sends it dies, and be listed as uncertain', async () => {
    const { bot, learner } = await taught(1)
    await stack.emulator.addFault({
      bot,
      method: 'sendMessage',
      delay_ms: 20_000,
      after_apply: true,
      times: 1,
    })
    await stack.emulator.addFault({
      bot,
      method: 'sendRichMessage',
      delay_ms: 20_000,
      after_apply: true,
      times: 1,
    })
    const before = await lastCall(bot)
    const id = await tell(learner.enrollment)
    await becomes(id, 'sending')
    await stack.runner.kill()
    // All that the queue knew is lost, too.
    const redis = new Redis(process.env.REDIS_URL ?? '')
    await redis.flushdb()
    redis.disconnect()
    await payload.db.pool.query(`UPDATE outbox SET queued_at = NULL WHERE topic = 'notice'`)
    await stack.runner.start()
    await becomes(id, 'uncertain')
    expect(await statusOf(id)).toEqual(['uncertain', 'interrupted'])
    expect((await waiting(id)).totalDocs).toBe(0)
    expect((await callsSince(bot, before)).length).toBeLessThanOrEqual(1)
    const listed = await callWeb<{ docs: { id: string }[] }>(stack, 'GET', '/notices?where[status][equals]=uncertain', { token: author.token }) // prettier-ignore
    expect(listed.body.docs.map((doc) => doc.id)).toContain(id)
    const stranger = await createUser(payload)
    const unlisted = await callWeb<{ docs: unknown[] }>(stack, 'GET', '/notices?where[status][equals]=uncertain', { token: stranger.token }) // prettier-ignore
    expect(unlisted.body.docs).toEqual([])
  })

  it('should be claimed by one alone, whose late word still counts', async () => {
    const { learner } = await taught(1)
    await stack.runner.stop()
    const id = await tell(learner.enrollment)
    const claims = await Promise.all([client().claimNotice(id), client().claimNotice(id)])
    expect(claims.map(({ status }) => status).toSorted()).toEqual(['over', 'send'])
    expect(await statusOf(id)).toEqual(['uncertain', 'interrupted'])
    await client().reportNotice(id, { outcome: 'sent' })
    await client().reportNotice(id, { outcome: 'blocked' })
    await client().reportNotice(id, { outcome: 'deferred', retryAfterMs: 0 })
    expect(await statusOf(id)).toEqual(['sent', null])
    expect((await factsOf(learner.enrollment)).filter((type) => type === 'reminder_sent')).toHaveLength(1)
    await stack.runner.start()
  })

  it('should wait as long as Telegram says, and go with what has opened meanwhile', async () => {
    const { bot, steps, learner } = await taught(1)
    for (const method of ['sendMessage', 'sendRichMessage'])
      await stack.emulator.addFault({ bot, method, error_code: 429, retry_after: 3, times: 1 })
    const before = await lastCall(bot)
    const id = await tell(learner.enrollment, [steps[1]?.id ?? ''])
    await waitFor('the refusal', async () => (await callsSince(bot, before)).length === 1)
    await stack.emulator.clearFaults()
    await becomes(id, 'sent')
    const [refused, sent] = await callsSince(bot, before)
    expect(Date.parse(sent?.time ?? '') - Date.parse(refused?.time ?? '')).toBeGreaterThanOrEqual(2990)

    await stack.runner.stop()
    const first = await tell(learner.enrollment, [steps[1]?.id ?? ''])
    await client().claimNotice(first)
    const second = await tell(learner.enrollment, [steps[2]?.id ?? ''])
    await client().reportNotice(first, { outcome: 'deferred', retryAfterMs: 0 })
    expect(await statusOf(first)).toEqual(['cancelled', 'merged'])
    await stack.runner.start()
    await becomes(second, 'sent')
    const text = shownText((await stack.emulator.messages(bot, learner.personId)).at(-1)!)
    expect(text).toContain('Two')
    expect(text).toContain('Three')
  })

  it('should mark whoever blocked the bot, and write to them no more', async () => {
    const { bot, learner } = await taught(1)
    for (const method of ['sendMessage', 'sendRichMessage'])
      await stack.emulator.addFault({ bot, method, error_code: 403, description: 'Forbidden: bot was blocked by the user', times: 1 }) // prettier-ignore
    const before = await lastCall(bot)
    const id = await tell(learner.enrollment)
    await becomes(id, 'blocked')
    const { isBlocked } = await payload.findByID({ collection: 'enrollments', id: learner.enrollment })
    expect(isBlocked).toBe(true)
    expect(await factsOf(learner.enrollment)).toContain('bot_blocked')
    const next = await tell(learner.enrollment)
    await becomes(next, 'cancelled')
    expect(await statusOf(next)).toEqual(['cancelled', 'blocked'])
    expect(await callsSince(bot, before)).toHaveLength(1)
  })

  it('should wait for the end of quiet hours, by the learner’s clock', async () => {
    const { bot, learner } = await taught(1)
    const timeZone = 'Asia/Tokyo'
    const minutes = (at: Date) => ((at.getUTCHours() + 9) % 24) * 60 + at.getUTCMinutes()
    const now = await productNow()
    const quietTo = (minutes(now) + 90) % 1440
    await payload.update({
      collection: 'users',
      id: learner.user,
      data: { timeZone, quietFrom: (minutes(now) + 1410) % 1440, quietTo },
    })
    const before = await lastCall(bot)
    const id = await tell(learner.enrollment)
    await waitFor('it to be put off', async () => {
      const { dueAt } = await payload.findByID({ collection: 'notices', id })
      return Date.parse(dueAt) - now.getTime() > 3_600_000
    })
    const { dueAt, status } = await payload.findByID({ collection: 'notices', id })
    expect([status, minutes(new Date(dueAt)), new Date(dueAt).getUTCSeconds()]).toEqual([
      'waiting',
      quietTo,
      0,
    ])
    expect(await callsSince(bot, before)).toEqual([])
    await stack.emulator.advanceClock(Date.parse(dueAt) - (await productNow()).getTime())
    await becomes(id, 'sent')
    const [sent] = await callsSince(bot, before)
    expect(Date.parse(sent?.time ?? '')).toBeGreaterThanOrEqual(Date.parse(dueAt))
  })

  it('should come later when the bot is paused, and go on when it is not', async () => {
    const { course, learner } = await taught(1)
    const pause = (isPaused: boolean) =>
      callWeb(stack, 'PATCH', `/courses/${course.id}/bot`, { token: author.token, body: { isPaused } }) // prettier-ignore
    await pause(true)
    const id = await tell(learner.enrollment)
    await waitFor('it to be put off', async () => {
      const { docs } = await waiting(id)
      return Date.parse(docs[0]?.dueAt ?? '') - (await productNow()).getTime() > 600_000
    })
    await pause(false)
    await stack.emulator.advanceClock(15 * 60_000)
    await becomes(id, 'sent')
  })

  it('should be sent once by two runners, though all jobs come twice', async () => {
    const { bot, learners } = await taught(6)
    const other = await startProcess('bot-runner/src/main.ts', {
      ...stack.env,
      RUNNER_PORT: String(await freePort()),
    })
    const before = await lastCall(bot)
    const ids = (await Promise.all(learners.flatMap(({ enrollment }) => Array.from({ length: 5 }, () => tell(enrollment))))) // prettier-ignore
    await waitFor('all to be sent', async () => {
      // As if their jobs had been lost.
      await payload.db.pool.query(`UPDATE outbox SET queued_at = NULL WHERE topic = 'notice'`)
      const { totalDocs } = await payload.count({ collection: 'notices', where: { id: { in: ids }, status: { equals: 'sent' } } }) // prettier-ignore
      return totalDocs === ids.length
    })
    await other.stop()
    expect(await callsSince(bot, before)).toHaveLength(ids.length)
  })

  it('should keep nobody waiting who is learning, and stay within what a bot may send', async () => {
    const { bot, learners, learner } = await taught(21)
    const others = learners.slice(1)
    const before = await lastCall(bot)
    const ids = (await inParallel(others, 4, ({ enrollment }) => Promise.all(Array.from({ length: 10 }, () => tell(enrollment))))).flat() // prettier-ignore
    await waitFor('the bulk to begin', async () => (await callsSince(bot, before)).length > 5)
    await learner.tap(/Start/, 'The text of One.')
    await learner.tap(/Next/, 'The text of Two.')
    await waitFor('all to be sent', async () => {
      const { totalDocs } = await payload.count({ collection: 'notices', where: { id: { in: ids }, status: { equals: 'sent' } } }) // prettier-ignore
      return totalDocs === ids.length
    }, 60_000) // prettier-ignore
    const calls = await callsSince(bot, before)
    const isAnswer = ({ parameters }: (typeof calls)[number]) => parameters.chat_id === learner.personId
    const bulk = calls.filter((call) => !isAnswer(call))
    expect(bulk).toHaveLength(ids.length)
    // The answers came in the middle of it, not behind it.
    expect(calls.findLastIndex(isAnswer)).toBeLessThan(calls.length - 50)
    const times = bulk.map(({ time }) => Date.parse(time))
    // 25 a second; a bot that sent nothing for a while, and jobs that come a little late, are let through at once.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(((ids.length - 26) / 25) * 1000)
    const metrics = await (await fetch(`${stack.runnerUrl}/metrics`)).text()
    expect(metrics).toMatch(/gongbu_runner_notices_total\{kind="reminder",outcome="sent"\} \d{3}/)
  })

  /** As if the runner that is away had taken it. */
  const act = async (course: string, telegramUserId: number, event: LessonEvent) => {
    const { docs } = await payload.find({ collection: 'bots', where: { course: { equals: course } } })
    const action = buildAction({ botId: docs[0]?.id ?? '', telegramUserId, event })
    const { results } = await client().submitActions({ actions: [action], receipts: [] })
    expect(results).toMatchObject([{ status: 'done' }])
  }
})
