import { describe, expect, it } from 'vitest'

import type { LessonEvent } from '../../src/contracts/lessonEvent.ts'
import { buildAction } from '../factories/buildAction.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { noticeScene } from '../helpers/noticeScene.ts'
import { runnerClient } from '../helpers/runnerClient.ts'
import { teachingScene } from '../helpers/teachingScene.ts'
import { waitFor } from '../helpers/waitFor.ts'

describe('what learners are told of our own accord', () => {
  const scene = teachingScene()
  const { taught, productNow, tell, statusOf, becomes, waiting, lastCall, sendsSince, factsOf } =
    noticeScene(scene)

  /** As if the runner that is away had taken it. */
  const act = async (course: string, telegramUserId: number, event: LessonEvent) => {
    const { docs } = await scene.payload.find({ collection: 'bots', where: { course: { equals: course } } })
    const action = buildAction({ botId: docs[0]?.id ?? '', telegramUserId, event })
    const { results } = await runnerClient(scene.stack).submitActions({ actions: [action], receipts: [] })
    expect(results).toMatchObject([{ status: 'done' }])
  }

  it('should be sent once, and noted', async () => {
    const { bot, steps, learner } = await taught(1)
    const before = await lastCall(bot)
    const opened = await tell(learner.enrollment, [steps[1]?.id ?? '', steps[2]?.id ?? ''])
    await learner.waitFor('Two')
    await becomes(opened, 'sent')
    const reminder = await tell(learner.enrollment)
    await becomes(reminder, 'sent')
    expect(await sendsSince(bot, before)).toHaveLength(2)
    expect((await waiting(opened)).totalDocs + (await waiting(reminder)).totalDocs).toBe(0)
    expect(await factsOf(learner.enrollment)).toContain('reminder_sent')
    const { sentAt } = await scene.payload.findByID({ collection: 'notices', id: opened })
    expect(sentAt).not.toBeNull()
  })

  it('should not be sent when there is no more reason for it', async () => {
    const { bot, course, steps, learners } = await taught(4)
    const [acting, muted, opening, last] = learners
    if (!acting || !muted || !opening || !last) throw new Error('too few')
    const before = await lastCall(bot)
    await scene.stack.runner.stop()
    const acted = await tell(acting.enrollment)
    const off = await tell(muted.enrollment)
    const seen = await tell(opening.enrollment, [steps[0]?.id ?? ''])
    await scene.payload.update({ collection: 'users', id: muted.user, data: { remindersEnabled: false } })
    await act(course.id, acting.personId, { type: 'command', command: 'help' })
    await act(course.id, opening.personId, { type: 'tap', tap: { action: 'begin', version: 1 } })
    await scene.stack.runner.start()
    for (const id of [acted, off, seen]) await becomes(id, 'cancelled')
    expect(await Promise.all([acted, off, seen].map(statusOf))).toEqual([
      ['cancelled', 'acted'],
      ['cancelled', 'remindersOff'],
      ['cancelled', 'opened'],
    ])

    await callWeb(scene.stack, 'POST', `/courses/${course.id}/unpublish`, { token: scene.author.token })
    const closed = await tell(last.enrollment)
    await becomes(closed, 'cancelled')
    expect(await statusOf(closed)).toEqual(['cancelled', 'courseClosed'])
    const told = (await sendsSince(bot, before)).map(({ parameters }) => parameters)
    expect(told.filter(({ text }) => !String(text).includes('is closed for now'))).toEqual([])
  })

  it('should wait for the end of quiet hours, by the learner’s clock', async () => {
    const { bot, learner } = await taught(1)
    const timeZone = 'Asia/Tokyo'
    const minutes = (at: Date) => ((at.getUTCHours() + 9) % 24) * 60 + at.getUTCMinutes()
    const now = await productNow()
    const quietTo = (minutes(now) + 90) % 1440
    await scene.payload.update({
      collection: 'users',
      id: learner.user,
      data: { timeZone, quietFrom: (minutes(now) + 1410) % 1440, quietTo },
    })
    const before = await lastCall(bot)
    const id = await tell(learner.enrollment)
    await waitFor('it to be put off', async () => {
      const { dueAt } = await scene.payload.findByID({ collection: 'notices', id })
      return Date.parse(dueAt) - now.getTime() > 3_600_000
    })
    const { dueAt, status } = await scene.payload.findByID({ collection: 'notices', id })
    expect([status, minutes(new Date(dueAt)), new Date(dueAt).getUTCSeconds()]).toEqual([
      'waiting',
      quietTo,
      0,
    ])
    expect(await sendsSince(bot, before)).toEqual([])
    await scene.emulator.advanceClock(Date.parse(dueAt) - (await productNow()).getTime())
    await becomes(id, 'sent')
    const [sent] = await sendsSince(bot, before)
    expect(Date.parse(sent?.time ?? '')).toBeGreaterThanOrEqual(Date.parse(dueAt))
  })

  it('should come later when the bot is paused, and go on when it is not', async () => {
    const { course, learner } = await taught(1)
    const pause = (isPaused: boolean) =>
      callWeb(scene.stack, 'PATCH', `/courses/${course.id}/bot`, { token: scene.author.token, body: { isPaused } }) // prettier-ignore
    await pause(true)
    const id = await tell(learner.enrollment)
    await waitFor('it to be put off', async () => {
      const { docs } = await waiting(id)
      return Date.parse(docs[0]?.dueAt ?? '') - (await productNow()).getTime() > 600_000
    })
    await pause(false)
    await scene.emulator.advanceClock(15 * 60_000)
    await becomes(id, 'sent')
  })

  it('should mark whoever blocked the bot, and write to them no more', async () => {
    const { bot, learner } = await taught(1)
    for (const method of ['sendMessage', 'sendRichMessage'])
      await scene.emulator.addFault({ bot, method, error_code: 403, description: 'Forbidden: bot was blocked by the user', times: 1 }) // prettier-ignore
    const before = await lastCall(bot)
    const id = await tell(learner.enrollment)
    await becomes(id, 'blocked')
    const { isBlocked } = await scene.payload.findByID({ collection: 'enrollments', id: learner.enrollment })
    expect(isBlocked).toBe(true)
    expect(await factsOf(learner.enrollment)).toContain('bot_blocked')
    const next = await tell(learner.enrollment)
    await becomes(next, 'cancelled')
    expect(await statusOf(next)).toEqual(['cancelled', 'blocked'])
    expect(await sendsSince(bot, before)).toHaveLength(1)
  })
})
