import { GrammyError } from 'grammy'
import { describe, expect, it } from 'vitest'

import { sendOutcomeOf } from './sendOutcome.ts'
import { TelegramNetworkError } from './telegramTransport.ts'

const refusal = (error_code: number, description: string, retry_after?: number) =>
  new GrammyError('failed', { ok: false, error_code, description, parameters: { retry_after } }, 'x', {})

describe('sendOutcomeOf', () => {
  it('should tell that the learner blocked the bot', () => {
    expect(sendOutcomeOf(refusal(403, 'Forbidden: user is deactivated'))).toEqual({ status: 'blocked' })
  })

  it('should put off what Telegram puts off, for as long as it says', () => {
    expect(sendOutcomeOf(refusal(429, 'Too Many Requests', 12))).toMatchObject({
      status: 'deferred',
      retryAfterMs: 12_000,
      isLimited: true,
    })
    for (const error of [refusal(502, 'Bad Gateway'), new TelegramNetworkError('sendMessage', 'timeout')])
      expect(sendOutcomeOf(error)).toMatchObject({ status: 'deferred', retryAfterMs: 1000, isLimited: false })
  })

  it('should know what certainly did not go out', () => {
    const lost = (code: string) => new TelegramNetworkError('sendMessage', code)
    for (const error of [
      refusal(429, 'x', 1),
      refusal(401, 'x'),
      refusal(404, 'x'),
      lost('resting'),
      lost('ECONNREFUSED'),
    ])
      expect(sendOutcomeOf(error)).toMatchObject({ isUnsent: true })
    for (const error of [refusal(500, 'x'), lost('timeout'), lost('ECONNRESET'), lost('http502')])
      expect(sendOutcomeOf(error)).toMatchObject({ isUnsent: false })
  })

  it('should put off what a refused token could not send: the bot may be linked anew', () => {
    expect(sendOutcomeOf(refusal(401, 'Unauthorized'))).toMatchObject({ status: 'deferred' })
  })

  it('should count a bad request as sent, with the reason cut to the contract’s length', () => {
    expect(sendOutcomeOf(refusal(400, 'Bad Request: chat not found'))).toEqual({
      status: 'sent',
      error: 'Bad Request: chat not found',
    })
    expect(sendOutcomeOf(refusal(400, 'x'.repeat(900)))).toEqual({ status: 'sent', error: 'x'.repeat(500) })
  })

  it('should not swallow an error of our own', () => {
    expect(() => sendOutcomeOf(new TypeError('bug'))).toThrow('bug')
  })
})
