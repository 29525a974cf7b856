import { randomUUID } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { LessonEffect } from '../../../src/contracts/lessonEffect.ts'
import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { Lease } from '../fleet/lease.ts'
import type { PaceTurn } from '../pace/createPace.ts'
import { startFakeCms, type FakeCms } from '../testing/startFakeCms.ts'
import { startFakeTelegram, type FakeTelegram } from '../testing/startFakeTelegram.ts'
import { startTestRunner, type TestRunner } from '../testing/startTestRunner.ts'
import { buildBot } from '../testing/testBot.ts'
import { buildRelease } from '../testing/testRelease.ts'
import { deliverNotice } from './deliverNotice.ts'

const release = buildRelease(['One', 'Two'])
const job = { outboxId: randomUUID(), noticeId: randomUUID() }
const effect: LessonEffect = {
  type: 'unlocked',
  releaseId: release.id,
  version: 1,
  stepIds: [release.steps[1]!.id],
}

let cms: FakeCms
let telegram: FakeTelegram
let runner: TestRunner
let bot: RunnerBot
let turns: PaceTurn[]
let asked: [string, number | null | undefined][]
let excepted: string[]
let observed: [string, string][]
let isLocked: boolean

const lock = async (): Promise<Lease | null> => {
  if (isLocked) return null
  isLocked = true
  return { lost: new AbortController().signal, release: async () => void (isLocked = false) }
}
const run = (data: Parameters<typeof deliverNotice>[1] = job) =>
  deliverNotice(
    {
      ...runner.core,
      log: runner.log,
      lock,
      pace: {
        take: async (id, place) => {
          asked.push([id, place])
          return turns.shift() ?? { waitMs: 0, place: 1 }
        },
      },
      except: (id) => void excepted.push(id),
      observe: (kind, outcome) => void observed.push([kind, outcome]),
    },
    data,
  )

beforeEach(async () => {
  ;[cms, telegram, bot] = await Promise.all([startFakeCms(), startFakeTelegram(), buildBot()])
  runner = await startTestRunner({ cmsUrl: cms.url, telegramUrl: telegram.url })
  turns = []
  asked = []
  excepted = []
  observed = []
  isLocked = false
  cms.bots.push(bot)
  cms.releases.set(release.id, release)
  cms.notices.set(job.noticeId, {
    ...{ status: 'send', kind: 'unlocks', botId: bot.id, telegramBotId: bot.telegramBotId },
    ...{ telegramUserId: 42, locale: 'en', effect },
  })
  await runner.core.registry.start()
})
afterEach(async () => {
  await runner.close()
  await Promise.all([cms.close(), telegram.close()])
})

describe('deliverNotice', () => {
  it('should claim, send and report, and count as one that has taken its turn', async () => {
    expect(await run()).toEqual({ status: 'done' })
    expect(telegram.texts()).toEqual([expect.stringContaining('Step 2')])
    expect(cms.noticeReports).toEqual([{ outcome: 'sent' }])
    expect(excepted).toEqual([String(bot.telegramBotId)])
    expect(observed).toEqual([['unlocks', 'sent']])
    expect(isLocked).toBe(false)
  })

  it('should keep its place until its turn comes, and claim nothing before', async () => {
    turns = [{ waitMs: 800, place: 77 }]
    const keep = { bot: bot.telegramBotId, place: 77 }
    expect(await run()).toEqual({ status: 'later', afterMs: 800, keep })
    expect(cms.claims).toEqual([])
    expect(await run({ ...job, ...keep })).toEqual({ status: 'done' })
    expect(asked).toEqual([
      [String(bot.telegramBotId), undefined],
      [String(bot.telegramBotId), 77],
    ])
  })

  it('should wait in the database when its turn is far off', async () => {
    turns = [{ waitMs: 90_000, place: null }]
    expect(await run()).toEqual({ status: 'done' })
    expect(cms.noticeReports).toEqual([{ outcome: 'deferred', retryAfterMs: 90_000 }])
    expect(cms.claims).toEqual([])
  })

  it('should leave a notice to the job that is already at it', async () => {
    isLocked = true
    expect(await run()).toEqual({ status: 'later', afterMs: 1000 })
    expect(cms.claims).toEqual([])
  })

  it.each([
    ['is gone', null],
    ['is claimed by nobody any more', { status: 'over', kind: 'reminder', outcome: 'cancelled' }],
    ['waits for the end of quiet hours', { status: 'later', kind: 'reminder' }],
  ] as const)('should send nothing that %s', async (_, answer) => {
    if (answer === null) cms.notices.clear()
    else cms.notices.set(job.noticeId, { ...answer, telegramBotId: bot.telegramBotId })
    expect(await run()).toEqual({ status: 'done' })
    expect(telegram.calls).toEqual([])
    expect(cms.noticeReports).toEqual([])
    expect(cms.completed).toEqual(answer === null ? [job.outboxId] : [])
  })

  it.each([
    ['was blocked', { error_code: 403 }, { outcome: 'blocked' }],
    ['is to wait', { error_code: 429, retry_after: 9 }, { outcome: 'deferred', retryAfterMs: 9000 }],
    [
      'was refused',
      { error_code: 400, description: 'chat not found' },
      { outcome: 'refused', detail: 'chat not found' },
    ],
    [
      'may have sent it',
      { error_code: 502, description: 'Bad Gateway' },
      { outcome: 'uncertain', detail: 'Bad Gateway' },
    ],
  ])('should report that it %s', async (_, refusal, expected) => {
    telegram.answer = () => refusal
    expect(await run()).toEqual({ status: 'done' })
    expect(cms.noticeReports).toEqual([expected])
  })

  it('should take back what it may have claimed when it was not told', async () => {
    cms.claimFailure = 500
    await expect(run()).rejects.toThrow('cannot be claimed')
    expect(cms.noticeReports).toEqual([{ outcome: 'deferred', retryAfterMs: 1000 }])
    expect(telegram.calls).toEqual([])
  })

  it('should put off what it cannot even begin to send', async () => {
    cms.notices.set(job.noticeId, {
      ...{ status: 'send', kind: 'unlocks', botId: randomUUID(), telegramBotId: bot.telegramBotId },
      ...{ telegramUserId: 42, locale: 'en', effect },
    })
    expect(await run()).toEqual({ status: 'done' })
    expect(cms.noticeReports).toMatchObject([{ outcome: 'deferred' }])
    expect(telegram.calls).toEqual([])
  })
})
