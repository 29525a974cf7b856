import { randomUUID } from 'node:crypto'

import { GrammyError, type Api } from 'grammy'
import { beforeEach, describe, expect, it } from 'vitest'

import type { FarewellsBackRequest, FarewellsResponse } from '../../../src/contracts/farewell.ts'
import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'
import type { Lease } from '../fleet/lease.ts'
import { TelegramNetworkError } from '../bot/telegramTransport.ts'
import { createLogger } from '../logger.ts'
import { buildBot } from '../testing/testBot.ts'
import { sayFarewell } from './sayFarewell.ts'

const job = { outboxId: randomUUID(), botId: randomUUID() }
const refusal = (error_code: number, retry_after?: number) =>
  new GrammyError('no', { ok: false, error_code, description: 'no', parameters: { retry_after } }, 'sendMessage', {}) // prettier-ignore

const learner = (telegramUserId: number, locale: 'en' | 'ru' = 'en') => ({
  id: `00000000-0000-4000-8000-00000000000${telegramUserId}`,
  telegramUserId,
  locale,
})
const idOf = (telegramUserId: number) => learner(telegramUserId).id

let lots: FarewellsResponse['learners'][]
let givenBack: FarewellsBackRequest[]
let refusals: Map<number, Error[]>
let sent: [number, string][]
let done: string[]
let isGone: boolean
let turns: number[]
let lost: AbortController

const lock = async (): Promise<Lease> => ({ lost: lost.signal, release: async () => undefined })
const run = (takeLock: () => Promise<Lease | null> = lock) =>
  sayFarewell(
    {
      client: {
        getBot: async () => {
          if (isGone) throw new RunnerApiError(404, 'notFound')
          return { bot: await buildBot() } as never
        },
        claimFarewells: async () => {
          const learners = lots.shift() ?? []
          return {
            reason: learners.length === 0 ? null : 'unpublished',
            courseTitle: 'Owls',
            after: null,
            learners,
          }
        },
        giveFarewellsBack: async (_, request) => void givenBack.push(request),
        completeOutboxRow: async (id) => void done.push(id),
      },
      openApi: async () =>
        ({
          sendMessage: async (chatId: number, text: string) => {
            const refused = refusals.get(chatId)?.shift()
            if (refused) throw refused
            sent.push([chatId, text])
          },
        }) as unknown as Api,
      lock: takeLock,
      takeTurn: async () => {
        const turn = turns.shift() ?? 0
        if (Number.isNaN(turn)) throw new Error('away')
        return turn
      },
      log: createLogger('silent'),
    },
    job,
  )

beforeEach(() => {
  lots = []
  givenBack = []
  refusals = new Map()
  sent = []
  done = []
  isGone = false
  turns = []
  lost = new AbortController()
})

describe('sayFarewell', () => {
  it('should tell a lot in each learner’s language, and come again until nobody is left', async () => {
    lots = [[learner(1), learner(2, 'ru')], [learner(3)]]
    expect(await run()).toEqual({ status: 'later', afterMs: 0 })
    expect(sent).toEqual([
      [1, expect.stringContaining('“Owls” is closed for now')],
      [2, expect.stringContaining('«Owls» сейчас закрыт')],
    ])
    expect(await run()).toMatchObject({ status: 'later' })
    expect(await run()).toEqual({ status: 'done' })
    expect(sent.map(([id]) => id)).toEqual([1, 2, 3])
    expect(done).toEqual([job.outboxId])
  })

  it('should try again only what certainly did not go out', async () => {
    lots = [[learner(1), learner(2), learner(3)]]
    refusals.set(1, [refusal(429, 0)])
    refusals.set(2, [refusal(403)])
    await run()
    expect(sent.map(([id]) => id)).toEqual([1, 3])
    expect(givenBack).toEqual([])
  })

  it.each([
    ['answers 502', refusal(502), 2, 5000],
    ['does not answer', new TelegramNetworkError('sendMessage', 'timeout'), 2, 5000],
    ['is not asked', new TelegramNetworkError('sendMessage', 'resting', 7000), 1, 7000],
  ])('should give back whom it certainly told nothing when Telegram %s', async (_, error, told, afterMs) => {
    lots = [[learner(1), learner(2), learner(3), learner(4)]]
    refusals.set(2, [error])
    expect(await run()).toEqual({ status: 'later', afterMs })
    expect(sent.map(([id]) => id)).toEqual([1])
    expect(givenBack).toEqual([{ taken: idOf(4), after: idOf(told) }])
  })

  it('should give back a whole lot when the bot rests', async () => {
    lots = [[learner(1), learner(2)]]
    refusals.set(1, [new TelegramNetworkError('sendMessage', 'resting', 7000)])
    await run()
    expect(givenBack).toEqual([{ taken: idOf(2), after: null }])
  })

  it('should not wait for hours', async () => {
    lots = [[learner(1), learner(2)]]
    refusals.set(1, [refusal(429, 3600)])
    await run()
    expect(sent.map(([id]) => id)).toEqual([2])
  })

  it.each([
    ['has no turn yet', 7000, 7000],
    ['cannot be given a turn', NaN, 5000],
  ])('should give back whoever %s, and come later', async (_, turn, afterMs) => {
    lots = [[learner(1), learner(2), learner(3)]]
    turns = [0, turn]
    expect(await run()).toEqual({ status: 'later', afterMs })
    expect(sent.map(([id]) => id)).toEqual([1])
    expect(givenBack).toEqual([{ taken: idOf(3), after: idOf(1) }])
  })

  it('should take nobody whom it cannot tell', async () => {
    lots = [[learner(1)]]
    expect(await run(async () => null)).toMatchObject({ status: 'later' })
    isGone = true
    expect(await run()).toEqual({ status: 'done' })
    expect(lots).toHaveLength(1)
  })

  it('should stop telling when it has lost its lock', async () => {
    lots = [[learner(1)]]
    lost.abort()
    await run()
    expect(sent).toEqual([])
    expect(givenBack).toEqual([{ taken: idOf(1), after: null }])
  })
})
