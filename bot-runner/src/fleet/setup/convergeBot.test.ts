import { GrammyError } from 'grammy'
import { beforeEach, describe, expect, it } from 'vitest'

import type { RunnerBotResponse, WishedBot } from '../../../../src/contracts/runnerBots.ts'
import type { TelegramAnswer, TelegramTransport } from '../../bot/telegramTransport.ts'
import { TelegramNetworkError } from '../../bot/telegramTransport.ts'
import { buildBot, testRing } from '../../testing/testBot.ts'
import { openCourseBot } from '../courseBot.ts'
import type { SetAccess } from './accessPiece.ts'
import { convergeBot } from './convergeBot.ts'

const target = { url: 'https://bots.example/tg/key', secret: 'secret' }
const texts = (name: string) => ({ name, description: `${name} in full`, shortDescription: 'short' })
const commands = [{ command: 'start', description: 'Begin' }]
const wished: WishedBot = {
  isServing: true,
  isPaused: false,
  isProven: true,
  isListening: true,
  isRotating: false,
  access: null,
  pictureHash: null,
  texts: { '': texts('Course'), ru: texts('Курс') },
  commands: { '': commands },
}

let mayRearm: boolean
let setAccess: SetAccess
let accesses: unknown[]
let picture: Uint8Array | null
let calls: { method: string; payload: Record<string, unknown> }[]
let answer: (method: string, payload: Record<string, unknown>) => TelegramAnswer | undefined
let known: RunnerBotResponse

const refuse = (error_code: number, description: string, retry_after?: number): TelegramAnswer => ({
  ok: false,
  error_code,
  description,
  parameters: { retry_after },
})
const methods = () => calls.map(({ method }) => method)

const converge = async (changes: Partial<RunnerBotResponse> = {}, to: typeof target | null = target) => {
  calls = []
  const transport: TelegramTransport = {
    close: () => undefined,
    call: async (_token, method, payload) => {
      calls.push({ method, payload: payload as Record<string, unknown> })
      const me = { id: known.bot.telegramBotId, is_bot: true, first_name: 'Old', username: 'course_bot' }
      return answer(method, payload as Record<string, unknown>) ?? { ok: true, result: me }
    },
  }
  const { bot } = await openCourseBot(known.bot, testRing, transport)
  return convergeBot(
    bot.api,
    { ...known, ...changes },
    { target: to, loadPicture: async () => picture, setAccess, mayRearm },
  )
}

beforeEach(async () => {
  answer = () => undefined
  mayRearm = true
  accesses = []
  setAccess = async (...said) => accesses.push(said)
  picture = Uint8Array.of(255, 216)
  known = { bot: await buildBot(), wished, applied: {} }
})

describe('convergeBot', () => {
  it('should check the token first, then tell everything, the webhook last', async () => {
    const { report, isUnfinished } = await converge()
    expect(methods()).toEqual([
      'getMe',
      'setChatMenuButton',
      ...['setMyName', 'setMyDescription', 'setMyShortDescription'],
      ...['setMyName', 'setMyDescription', 'setMyShortDescription'],
      'setMyCommands',
      'setWebhook',
    ])
    expect(calls[2]?.payload).toEqual({ name: 'Course', language_code: undefined })
    expect(calls[5]?.payload).toEqual({ name: 'Курс', language_code: 'ru' })
    expect(calls.at(-1)?.payload).toEqual({
      url: target.url,
      secret_token: 'secret',
      allowed_updates: ['message', 'callback_query', 'my_chat_member', 'poll_answer'],
      max_connections: 100,
    })
    expect(isUnfinished).toBe(false)
    expect(report).toMatchObject({ state: 'live', identity: { username: 'course_bot', name: 'Course' } })
    expect(Object.values(report.applied ?? {}).join()).not.toContain('secret')
  })

  it('should tell only what has changed', async () => {
    const { report } = await converge()
    const applied = report.applied ?? {}
    await converge({ applied })
    expect(methods()).toEqual(['getMe'])
    await converge({ applied, wished: { ...wished, texts: { ...wished.texts, ru: texts('Новый') } } })
    expect(methods()).toEqual(['getMe', 'setMyName', 'setMyDescription'])
    await converge({ applied }, { ...target, secret: 'another' })
    expect(methods()).toEqual(['getMe', 'setWebhook'])
  })

  it('should take back a language that is no longer wished, once', async () => {
    const { report: first } = await converge()
    const now = { ...wished, texts: { '': texts('Course') } }
    const { report: second } = await converge({ applied: first.applied, wished: now })
    expect(calls.slice(1).map(({ payload }) => payload)).toEqual([
      { name: '', language_code: 'ru' },
      { description: '', language_code: 'ru' },
      { short_description: '', language_code: 'ru' },
    ])
    await converge({ applied: second.applied, wished: now })
    expect(methods()).toEqual(['getMe'])
  })

  it('should take the webhook down of a bot that does not serve, and leave its texts alone', async () => {
    const { report: live } = await converge()
    const resting = { ...wished, isServing: false, isListening: false, texts: {}, commands: {} }
    const { report: ready } = await converge({ applied: live.applied, wished: resting })
    expect(methods()).toEqual(['getMe', 'deleteWebhook'])
    expect(ready.state).toBe('ready')
    const { report: paused } = await converge({
      applied: ready.applied,
      wished: { ...resting, isPaused: true },
    })
    expect(methods()).toEqual(['getMe'])
    expect(paused.state).toBe('paused')
    await converge({ applied: paused.applied })
    expect(methods()).toEqual(['getMe', 'setWebhook'])
  })

  it('should remove the webhook where updates are polled', async () => {
    const { report } = await converge({}, null)
    expect(methods().at(-1)).toBe('deleteWebhook')
    expect(report.state).toBe('live')
  })

  it.each([
    [401, 'Unauthorized'],
    [404, 'Not Found'],
  ])('should ask for a new token when getMe is answered %i', async (code, description) => {
    answer = () => refuse(code, description)
    const { report, isUnfinished } = await converge()
    expect(report).toMatchObject({ state: 'needsRelink', error: { code: 'tokenRefused', description } })
    expect(isUnfinished).toBe(false)
    expect(methods()).toEqual(['getMe'])
  })

  it('should not set up another bot than the one it was told of', async () => {
    answer = (method) => (method === 'getMe' ? { ok: true, result: { id: 1, first_name: 'X' } } : undefined)
    const { report } = await converge()
    expect(report).toMatchObject({ state: 'needsRelink', error: { code: 'tokenOfAnotherBot' } })
    expect(methods()).toEqual(['getMe'])
  })

  it('should stop when Telegram is away, and keep what was applied', async () => {
    answer = (method) => {
      if (method === 'setMyCommands') throw new TelegramNetworkError(method, 'ECONNREFUSED')
      return undefined
    }
    const { report, isUnfinished, retryAfterMs } = await converge({ applied: { webhook: 'as before' } })
    expect(report).toMatchObject({ state: 'retrying', error: { code: 'telegramUnavailable' } })
    expect(isUnfinished).toBe(true)
    expect(retryAfterMs).toBeUndefined()
    expect(report.applied).toMatchObject({ 'name:': expect.any(String), webhook: 'as before' })
    answer = () => undefined
    await converge({ applied: report.applied })
    expect(methods()).toEqual(['getMe', 'setMyCommands', 'setWebhook'])
  })

  it('should wait as long as Telegram says', async () => {
    answer = (method) => (method === 'setWebhook' ? refuse(429, 'Too Many Requests', 3) : undefined)
    expect(await converge()).toMatchObject({
      report: { state: 'retrying', error: { code: 'telegramLimited' } },
      retryAfterMs: 3000,
    })
  })

  it('should go live without a text that is refused, and say so', async () => {
    answer = (method, payload) =>
      method === 'setMyName' && payload.language_code === undefined
        ? refuse(400, 'Bad Request: name is not allowed')
        : undefined
    const { report, isUnfinished } = await converge()
    expect(report).toMatchObject({
      state: 'live',
      identity: { name: 'Old' },
      error: { code: 'nameRefused', description: 'Bad Request: name is not allowed' },
    })
    expect(report.applied).not.toHaveProperty('name:')
    expect(isUnfinished).toBe(false)
  })

  it('should go live before a name that may only be changed hours later', async () => {
    answer = (method) => (method === 'setMyName' ? refuse(429, 'Too Many Requests', 80_000) : undefined)
    const { report, isUnfinished, retryAfterMs } = await converge()
    expect(report).toMatchObject({ state: 'live', error: { code: 'nameLimited' } })
    expect(isUnfinished).toBe(true)
    expect(retryAfterMs).toBe(600_000)
  })

  it('should not call a bot live whose webhook is refused', async () => {
    answer = (method) => (method === 'setWebhook' ? refuse(400, 'Bad Request: bad webhook') : undefined)
    const { report, isUnfinished } = await converge()
    expect(report).toMatchObject({ state: 'retrying', error: { code: 'webhookRefused' } })
    expect(isUnfinished).toBe(true)
  })

  it('should close a bot for testers before its webhook is set, and open it once', async () => {
    const closed = { ...wished, isServing: false, access: { isRestricted: true, userIds: [7, 8] } }
    const { report } = await converge({ wished: closed })
    const { telegramBotId } = known.bot
    expect(accesses).toEqual([[telegramBotId, closed.access]])
    expect(report).toMatchObject({ state: 'ready', applied: { access: expect.any(String) } })
    await converge({ wished: closed, applied: report.applied })
    expect(accesses).toHaveLength(1)
    // Who it is opened to between a test and the publishing is nobody's wish.
    await converge({ wished: { ...closed, access: null }, applied: report.applied })
    expect(accesses).toHaveLength(1)

    const open = { ...wished, access: { isRestricted: false, userIds: [] } }
    const { report: opened } = await converge({ wished: open, applied: report.applied })
    expect(accesses.slice(1)).toEqual([[telegramBotId, open.access]])
    await converge({ wished: open, applied: opened.applied })
    await converge({ wished: open })
    expect(accesses).toHaveLength(2)
  })

  it('should set a bot up also where nobody can close it, and say when Telegram does not', async () => {
    const closed = { ...wished, access: { isRestricted: true, userIds: [7] } }
    setAccess = null
    expect(await converge({ wished: closed })).toMatchObject({ report: { state: 'live', error: undefined } })
    const refusal = { ok: false as const, error_code: 400, description: 'Bad Request: user not found' }
    setAccess = async () => {
      throw new GrammyError('refused', refusal, 'setManagedBotAccessSettings', {})
    }
    const { report } = await converge({ wished: closed })
    expect(report).toMatchObject({ state: 'live', error: { code: 'accessRefused' } })
    expect(report.applied).not.toHaveProperty('access')
  })
})
