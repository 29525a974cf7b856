import { randomUUID } from 'node:crypto'

import { GrammyError, type Api } from 'grammy'
import { beforeEach, describe, expect, it } from 'vitest'

import type { FarewellsResponse } from '../../../src/contracts/farewell.ts'
import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'
import type { Lease } from '../fleet/lease.ts'
import { createLogger } from '../logger.ts'
import { buildBot } from '../testing/testBot.ts'
import { sayFarewell } from './sayFarewell.ts'

const job = { outboxId: randomUUID(), botId: randomUUID() }
const refusal = (error_code: number, retry_after?: number) =>
  new GrammyError('no', { ok: false, error_code, description: 'no', parameters: { retry_after } }, 'sendMessage', {}) // prettier-ignore

let lots: FarewellsResponse['learners'][]
let refusals: Map<number, GrammyError[]>
let sent: [number, string][]
let done: string[]
let isGone: boolean
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
          return { reason: learners.length === 0 ? null : 'unpublished', courseTitle: 'Owls', learners }
        },
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
      log: createLogger('silent'),
    },
    job,
  )

beforeEach(() => {
  lots = []
  refusals = new Map()
  sent = []
  done = []
  isGone = false
  lost = new AbortController()
})

describe('sayFarewell', () => {
  it('should tell a lot in each learner’s language, and come again until nobody is left', async () => {
    lots = [
      [
        { telegramUserId: 1, locale: 'en' },
        { telegramUserId: 2, locale: 'ru' },
      ],
      [{ telegramUserId: 3, locale: 'en' }],
    ]
    expect(await run()).toEqual({ status: 'later', afterMs: 1000 })
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
    lots = [[1, 2, 3, 4].map((telegramUserId) => ({ telegramUserId, locale: 'en' as const }))]
    refusals.set(1, [refusal(429, 0)])
    refusals.set(2, [refusal(500)])
    refusals.set(3, [refusal(403)])
    await run()
    expect(sent.map(([id]) => id)).toEqual([1, 4])
  })

  it('should not wait for hours', async () => {
    lots = [[1, 2].map((telegramUserId) => ({ telegramUserId, locale: 'en' as const }))]
    refusals.set(1, [refusal(429, 3600)])
    await run()
    expect(sent.map(([id]) => id)).toEqual([2])
  })

  it('should take nobody whom it cannot tell', async () => {
    lots = [[{ telegramUserId: 1, locale: 'en' }]]
    expect(await run(async () => null)).toMatchObject({ status: 'later' })
    isGone = true
    expect(await run()).toEqual({ status: 'done' })
    expect(lots).toHaveLength(1)
  })

  it('should stop telling when it has lost its lock', async () => {
    lots = [[{ telegramUserId: 1, locale: 'en' }]]
    lost.abort()
    await run()
    expect(sent).toEqual([])
  })
})
