import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { Lease } from '../fleet/lease.ts'
import { startFakeCms, type FakeCms } from '../testing/startFakeCms.ts'
import { startFakeTelegram, type FakeTelegram } from '../testing/startFakeTelegram.ts'
import { startTestRunner, type TestRunner } from '../testing/startTestRunner.ts'
import { buildBot } from '../testing/testBot.ts'
import { buildRelease, stepEffect } from '../testing/testRelease.ts'
import { deliverUnsent } from './deliverUnsent.ts'

let cms: FakeCms
let telegram: FakeTelegram
let runner: TestRunner
let bot: RunnerBot
const release = buildRelease(['One', 'Two'])
const telegramUserId = 42
const job = { outboxId: randomUUID(), enrollmentId: randomUUID() }

let locked: Set<string>

const lock = async (id: string): Promise<Lease | null> => {
  if (locked.has(id)) return null
  locked.add(id)
  return { lost: new AbortController().signal, release: async () => void locked.delete(id) }
}
const run = (asked = job) => deliverUnsent({ ...runner.core, lock }, asked)
const receipts = () =>
  cms.batches.flatMap((batch) => batch.receipts).map(({ updateId, status }) => [updateId, status])

beforeEach(async () => {
  ;[cms, telegram, bot] = await Promise.all([startFakeCms(), startFakeTelegram(), buildBot()])
  runner = await startTestRunner({ cmsUrl: cms.url, telegramUrl: telegram.url })
  locked = new Set()
  cms.bots.push(bot)
  cms.releases.set(release.id, release)
  cms.deliveries.set(job.enrollmentId, {
    botId: bot.id,
    telegramUserId,
    locale: 'en',
    unsent: [
      { updateId: 1, effects: [{ type: 'toast', key: 'stepGone' }, stepEffect(release, 0)] },
      { updateId: 2, effects: [stepEffect(release, 1)] },
    ],
  })
  await runner.core.registry.start()
})
afterEach(async () => {
  await runner.close()
  await Promise.all([cms.close(), telegram.close()])
})

describe('deliverUnsent', () => {
  it('should send what is unsent in order, report it, and complete its row', async () => {
    expect(await run()).toEqual({ status: 'done' })
    expect(telegram.texts()).toEqual([expect.stringContaining('One'), expect.stringContaining('Two')])
    expect(telegram.calls.map(({ method }) => method)).not.toContain('answerCallbackQuery')
    expect(receipts()).toEqual([
      [1, 'sent'],
      [2, 'sent'],
    ])
    expect(cms.completed).toEqual([job.outboxId])
  })

  it('should leave a learner to the job that is already sending to them', async () => {
    const other = { ...job, outboxId: randomUUID() }
    expect(await Promise.all([run(), run(other)])).toEqual([
      { status: 'done' },
      { status: 'later', afterMs: 1000 },
    ])
    expect(telegram.texts()).toHaveLength(2)
    expect(locked.size).toBe(0)
  })

  it('should be done with a learner who is gone', async () => {
    cms.deliveries.clear()
    expect(await run()).toEqual({ status: 'done' })
    expect(cms.completed).toEqual([job.outboxId])
  })

  it('should wait as long as Telegram says, having reported what went out', async () => {
    telegram.answer = ({ payload }) =>
      JSON.stringify(payload).includes('Two')
        ? { error_code: 429, description: 'Too Many Requests', retry_after: 9 }
        : undefined
    expect(await run()).toEqual({ status: 'later', afterMs: 9000 })
    expect(receipts()).toEqual([[1, 'sent']])
    expect(cms.completed).toEqual([])
  })

  it('should fail its try when Telegram is away', async () => {
    telegram.answer = () => ({ error_code: 500, description: 'Internal Server Error' })
    await expect(run()).rejects.toThrow('put a delivery off')
    expect(receipts()).toEqual([])
    expect(cms.completed).toEqual([])
  })

  it('should stop at a learner who blocked the bot', async () => {
    telegram.answer = () => ({ error_code: 403, description: 'Forbidden: bot was blocked by the user' })
    expect(await run()).toEqual({ status: 'done' })
    expect(receipts()).toEqual([[1, 'blocked']])
    expect(cms.completed).toEqual([job.outboxId])
  })

  it('should fail its try when the CMS does not take a receipt', async () => {
    telegram.answer = () => {
      cms.failure = 500
      return undefined
    }
    await runner.core.releases.get(release.id)
    await expect(run()).rejects.toThrow()
    expect(cms.completed).toEqual([])
  })
})
