import { GrammyError } from 'grammy'
import { describe, expect, it } from 'vitest'

import type { ErasureRequest } from '../../../src/contracts/erasure.ts'
import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { uploadsOf } from '../media/upload.ts'
import { forgetLearner, type ForgetOptions } from './forgetLearner.ts'

const enrollmentId = '00000000-0000-4000-8000-000000000001'
const outboxId = '00000000-0000-4000-8000-000000000002'
const botId = '00000000-0000-4000-8000-000000000003'

const refused = (code: number, description: string, retryAfter?: number) =>
  new GrammyError(
    'refused',
    {
      ok: false,
      error_code: code,
      description,
      ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }),
    },
    'sendDocument',
    {},
  )

/** A learner who waits to be forgotten, and a Telegram that answers as told. */
const scene = (options: { answer?: () => unknown; botId?: string | null } = {}) => {
  const happened: string[] = []
  let isKnown = true
  const raw = {
    sendDocument: async (payload: object) => {
      options.answer?.()
      const [file] = uploadsOf(payload) ?? []
      const chunks: Uint8Array[] = []
      for await (const chunk of (await file?.open(new AbortController().signal)) ?? []) chunks.push(chunk)
      happened.push(`gave ${file?.filename}: ${Buffer.concat(chunks).toString()}`)
    },
    sendMessage: async () => void happened.push('told'),
  }
  const services = {
    client: {
      getErasure: async () => {
        if (!isKnown) throw new RunnerApiError(404, 'notFound')
        return {
          botId: options.botId === undefined ? botId : options.botId,
          telegramUserId: 7,
          locale: 'en' as const,
          filename: 'my-data.json',
          document: '{"это":"я"}',
        }
      },
      eraseLearner: async (_id: string, { delivery }: ErasureRequest) => {
        isKnown = false
        happened.push(`erased: ${delivery}`)
      },
      completeOutboxRow: async () => void happened.push('done'),
    },
    registry: { findById: () => ({}) },
    bots: { get: async () => ({ bot: { api: { raw } } }) as unknown as CourseBot },
    lock: async () => ({ lost: new AbortController().signal, release: async () => {} }),
    log: { info: () => {} },
  } as unknown as ForgetOptions
  return { happened, services, run: () => forgetLearner(services, { outboxId, enrollmentId }) }
}

describe('forgetLearner', () => {
  it('should give the data first, then have them erased, then say so', async () => {
    const { happened, run } = scene()
    expect(await run()).toEqual({ status: 'done' })
    expect(happened).toEqual(['gave my-data.json: {"это":"я"}', 'erased: sent', 'told', 'done'])
  })

  it.each([
    ['blocked the bot', refused(403, 'Forbidden: bot was blocked by the user')],
    ['is not there', refused(400, 'Bad Request: chat not found')],
  ])('should have somebody erased who %s, and tell nobody', async (_, error) => {
    const { happened, run } = scene({
      answer: () => {
        throw error
      },
    })
    expect(await run()).toEqual({ status: 'done' })
    expect(happened).toEqual(['erased: unreachable', 'done'])
  })

  it.each([
    ['is away', refused(502, 'Bad Gateway')],
    ['refuses the file', refused(400, 'Bad Request: file must be non-empty')],
    ['knows the token no more', refused(401, 'Unauthorized')],
  ])('should erase nothing while Telegram %s', async (_, error) => {
    const { happened, run } = scene({
      answer: () => {
        throw error
      },
    })
    await expect(run()).rejects.toThrow(RetryLaterError)
    expect(happened).toEqual([])
  })

  it('should wait as long as Telegram says, and for a bot when there is none', async () => {
    const limited = scene({
      answer: () => {
        throw refused(429, 'Too Many Requests', 9)
      },
    })
    expect(await limited.run()).toEqual({ status: 'later', afterMs: 9000 })
    const botless = scene({ botId: null })
    expect(await botless.run()).toMatchObject({ status: 'later' })
    expect([...limited.happened, ...botless.happened]).toEqual([])
  })

  it('should give once more and erase once when it was cut off in between', async () => {
    const { happened, run, services } = scene()
    const erase = services.client.eraseLearner
    services.client.eraseLearner = async () => {
      throw new TypeError('fetch failed')
    }
    await expect(run()).rejects.toThrow('fetch failed')
    services.client.eraseLearner = erase
    await run()
    await run()
    expect(happened).toEqual([
      'gave my-data.json: {"это":"я"}',
      'gave my-data.json: {"это":"я"}',
      ...['erased: sent', 'told', 'done', 'done'],
    ])
  })
})
