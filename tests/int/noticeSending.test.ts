import { Redis } from 'ioredis'
import { describe, expect, it } from 'vitest'

import { createUser } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { freePort } from '../helpers/freePort.ts'
import { inParallel } from '../helpers/inParallel.ts'
import { noticeScene } from '../helpers/noticeScene.ts'
import { runnerClient } from '../helpers/runnerClient.ts'
import { shownText } from '../helpers/shownText.ts'
import { startProcess } from '../helpers/startProcess.ts'
import { teachingScene } from '../helpers/teachingScene.ts'
import { waitFor } from '../helpers/waitFor.ts'

describe('the sending of notices', () => {
  const scene = teachingScene()
  const { taught, tell, statusOf, becomes, areAllSent, waiting, lastCall, sendsSince, factsOf } =
    noticeScene(scene)
  const client = () => runnerClient(scene.stack)

  it('should never be sent twice when who sends it dies, and be listed as uncertain', async () => {
    const { bot, learner } = await taught(1)
    for (const method of ['sendMessage', 'sendRichMessage'])
      await scene.emulator.addFault({ bot, method, delay_ms: 20_000, after_apply: true, times: 1 })
    const before = await lastCall(bot)
    const id = await tell(learner.enrollment)
    await becomes(id, 'sending')
    await scene.stack.runner.kill()
    // All that the queue knew is lost, too.
    const redis = new Redis(process.env.REDIS_URL ?? '')
    await redis.flushdb()
    redis.disconnect()
    await scene.payload.db.pool.query(`UPDATE outbox SET queued_at = NULL WHERE topic = 'notice'`)
    await scene.stack.runner.start()
    await becomes(id, 'uncertain')
    expect(await statusOf(id)).toEqual(['uncertain', 'interrupted'])
    expect((await waiting(id)).totalDocs).toBe(0)
    expect((await sendsSince(bot, before)).length).toBeLessThanOrEqual(1)
    const listed = await callWeb<{ docs: { id: string }[] }>(scene.stack, 'GET', '/notices?where[status][equals]=uncertain', { token: scene.author.token }) // prettier-ignore
    expect(listed.body.docs.map((doc) => doc.id)).toContain(id)
    const stranger = await createUser(scene.payload)
    const unlisted = await callWeb<{ docs: unknown[] }>(scene.stack, 'GET', '/notices?where[status][equals]=uncertain', { token: stranger.token }) // prettier-ignore
    expect(unlisted.body.docs).toEqual([])
  })

  it('should be claimed by one alone, whose late word still counts', async () => {
    const { learner } = await taught(1)
    await scene.stack.runner.stop()
    const id = await tell(learner.enrollment)
    const claims = await Promise.all([client().claimNotice(id), client().claimNotice(id)])
    expect(claims.map(({ status }) => status).toSorted()).toEqual(['over', 'send'])
    expect(await statusOf(id)).toEqual(['uncertain', 'interrupted'])
    await client().reportNotice(id, { outcome: 'sent' })
    await client().reportNotice(id, { outcome: 'blocked' })
    await client().reportNotice(id, { outcome: 'deferred', retryAfterMs: 0 })
    expect(await statusOf(id)).toEqual(['sent', null])
    expect((await factsOf(learner.enrollment)).filter((type) => type === 'reminder_sent')).toHaveLength(1)
    await scene.stack.runner.start()
  })

  it('should wait as long as Telegram says, and go with what has opened meanwhile', async () => {
    const { bot, steps, learner } = await taught(1)
    for (const method of ['sendMessage', 'sendRichMessage'])
      await scene.emulator.addFault({ bot, method, error_code: 429, retry_after: 3, times: 1 })
    const before = await lastCall(bot)
    const id = await tell(learner.enrollment, [steps[1]?.id ?? ''])
    await waitFor('the refusal', async () => (await sendsSince(bot, before)).length === 1)
    await scene.emulator.clearFaults()
    await becomes(id, 'sent')
    const [refused, sent] = await sendsSince(bot, before)
    expect(Date.parse(sent?.time ?? '') - Date.parse(refused?.time ?? '')).toBeGreaterThanOrEqual(2990)

    await scene.stack.runner.stop()
    const first = await tell(learner.enrollment, [steps[1]?.id ?? ''])
    await client().claimNotice(first)
    const second = await tell(learner.enrollment, [steps[2]?.id ?? ''])
    await client().reportNotice(first, { outcome: 'deferred', retryAfterMs: 0 })
    expect(await statusOf(first)).toEqual(['cancelled', 'merged'])
    await scene.stack.runner.start()
    await becomes(second, 'sent')
    const text = shownText((await scene.emulator.messages(bot, learner.personId)).at(-1)!)
    expect(text).toContain('Two')
    expect(text).toContain('Three')
  })

  it('should be sent once by two runners, though all jobs come twice', async () => {
    const { bot, learners } = await taught(6)
    const other = await startProcess('bot-runner/src/main.ts', {
      ...scene.stack.env,
      RUNNER_PORT: String(await freePort()),
    })
    const before = await lastCall(bot)
    const ids = (await Promise.all(learners.flatMap(({ enrollment }) => Array.from({ length: 5 }, () => tell(enrollment))))) // prettier-ignore
    await waitFor('all to be sent', async () => {
      // As if their jobs had been lost.
      await scene.payload.db.pool.query(`UPDATE outbox SET queued_at = NULL WHERE topic = 'notice'`)
      return areAllSent(ids)
    })
    await other.stop()
    expect(await sendsSince(bot, before)).toHaveLength(ids.length)
  })

  it('should keep nobody waiting who is learning, and stay within what a bot may send', async () => {
    const { bot, learners, learner } = await taught(21)
    const others = learners.slice(1)
    const before = await lastCall(bot)
    const ids = (await inParallel(others, 4, ({ enrollment }) => Promise.all(Array.from({ length: 10 }, () => tell(enrollment))))).flat() // prettier-ignore
    await waitFor('the bulk to begin', async () => (await sendsSince(bot, before)).length > 5)
    await learner.tap(/Start/, 'The text of One.')
    await learner.tap(/Next/, 'The text of Two.')
    await waitFor('all to be sent', () => areAllSent(ids))
    const calls = await sendsSince(bot, before)
    const isAnswer = ({ parameters }: (typeof calls)[number]) => parameters.chat_id === learner.personId
    const bulk = calls.filter((call) => !isAnswer(call))
    expect(bulk).toHaveLength(ids.length)
    // The answers came in the middle of it, not behind it.
    expect(calls.findLastIndex(isAnswer)).toBeLessThan(calls.length - 50)
    const times = bulk.map(({ time }) => Date.parse(time))
    // 25 a second; a bot that sent nothing for a while, and jobs that come a little late, are let through at once.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(((ids.length - 26) / 25) * 1000)
    const metrics = await (await fetch(`${scene.stack.runnerUrl}/metrics`)).text()
    expect(metrics).toMatch(/gongbu_runner_notices_total\{kind="reminder",outcome="sent"\} \d{3}/)
  })
})
