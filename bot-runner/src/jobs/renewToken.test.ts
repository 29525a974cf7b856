import { GrammyError } from 'grammy'
import { describe, expect, it } from 'vitest'

import { buildBot } from '../testing/testBot.ts'
import { renewToken } from './renewToken.ts'

const refusal = (error_code: number) =>
  new GrammyError('no', { ok: false, error_code, description: 'no' }, 'getManagedBotToken', {})

const run = async (
  options: { answer?: () => Promise<string>; status?: 'saved' | 'unchanged'; isManaged?: boolean } = {},
) => {
  const { answer = async () => 'sealed', status = 'saved', isManaged = true } = options
  const bot = await buildBot({ isManaged })
  const saved: object[] = []
  const outcome = await renewToken(
    {
      client: {
        saveBotToken: async (id, request) => {
          saved.push({ id, ...request })
          return { status }
        },
      },
      tokens: { fetch: answer, replace: () => Promise.reject(new Error('not asked for')) },
    },
    bot,
    'fetch',
  )
  return { outcome, saved, bot }
}

describe('renewToken', () => {
  it('should give the CMS the token that Telegram names', async () => {
    const { outcome, saved, bot } = await run()
    expect(outcome).toBe(true)
    expect(saved).toEqual([{ id: bot.id, sealedToken: 'sealed', telegramBotId: bot.telegramBotId }])
  })

  it('should say when it is still the same token', async () => {
    expect((await run({ status: 'unchanged' })).outcome).toBe(false)
  })

  it('should not ask for tokens of bots that others manage', async () => {
    expect(await run({ isManaged: false })).toMatchObject({ outcome: false, saved: [] })
    const bot = await buildBot({ isManaged: true })
    const client = { saveBotToken: () => Promise.reject(new Error('not asked for')) }
    expect(await renewToken({ client, tokens: null }, bot, 'fetch')).toBe(false)
  })

  it.each([400, 403])('should give up a bot that Telegram does not let us manage: %i', async (code) => {
    expect((await run({ answer: () => Promise.reject(refusal(code)) })).outcome).toBe(false)
  })

  it('should fail when Telegram is away, so that it is tried again', async () => {
    await expect(run({ answer: () => Promise.reject(refusal(500)) })).rejects.toThrow('no')
  })
})
