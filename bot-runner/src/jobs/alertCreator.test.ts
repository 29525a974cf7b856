import { randomUUID } from 'node:crypto'

import { GrammyError, type Api } from 'grammy'
import { describe, expect, it } from 'vitest'

import type { BotAlertResponse } from '../../../src/contracts/platform.ts'
import { createLogger } from '../logger.ts'
import { alertCreator } from './alertCreator.ts'

const alert: NonNullable<BotAlertResponse['alert']> = {
  telegramUserId: 42,
  locale: 'en',
  courseTitle: 'Owls',
  botUsername: 'owls_bot',
  adminUrl: 'https://gongbu.example/admin/collections/courses/1',
}
const job = { outboxId: randomUUID(), botId: randomUUID() }

const run = async (options: {
  alert: BotAlertResponse['alert']
  hasPlatform?: boolean
  refusal?: number
}) => {
  const { refusal, hasPlatform = true } = options
  const sent: { chatId: number; text: string; other: unknown }[] = []
  const done: string[] = []
  const api = {
    sendMessage: async (chatId: number, text: string, other: unknown) => {
      if (refusal !== undefined)
        throw new GrammyError('no', { ok: false, error_code: refusal, description: 'no' }, 'sendMessage', {})
      sent.push({ chatId, text, other })
    },
  } as unknown as Api
  const outcome = await alertCreator(
    {
      client: {
        getBotAlert: async () => ({ alert: options.alert }),
        completeOutboxRow: async (id) => void done.push(id),
      },
      api: hasPlatform ? api : null,
      log: createLogger('silent'),
    },
    job,
  ).catch((error: Error) => error.message)
  return { outcome, sent, done }
}

describe('alertCreator', () => {
  it('should tell the creator in their language, with a way to the course', async () => {
    const { sent, done } = await run({ alert })
    expect(sent).toMatchObject([{ chatId: 42, text: expect.stringContaining('@owls_bot of “Owls”') }])
    expect(sent[0]?.other).toMatchObject({
      reply_markup: { inline_keyboard: [[{ text: 'Open the course', url: alert.adminUrl }]] },
    })
    expect(done).toEqual([job.outboxId])
    expect((await run({ alert: { ...alert, locale: 'ru' } })).sent[0]?.text).toContain('«Owls»')
  })

  it('should say nothing when the bot works again, or nobody can be told', async () => {
    expect(await run({ alert: null })).toMatchObject({ sent: [], done: [job.outboxId] })
    expect(await run({ alert, hasPlatform: false })).toMatchObject({ sent: [], done: [job.outboxId] })
    expect(await run({ alert, refusal: 403 })).toMatchObject({ sent: [], done: [job.outboxId] })
  })

  it('should be tried again when Telegram is away', async () => {
    const { outcome, done } = await run({ alert, refusal: 500 })
    expect(outcome).toContain('puts a message off')
    expect(done).toEqual([])
  })
})
