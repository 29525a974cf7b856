import { GrammyError, type Api } from 'grammy'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'

import { person, textUpdate } from '../../testing/updates.ts'
import { pollBot } from './pollBot.ts'

type Answer = Update[] | GrammyError

/** A Bot API that gives the prepared answers, then nothing until the poller is stopped. */
const setUp = (answers: Answer[], handle: (update: Update) => Promise<void>) => {
  const controller = new AbortController()
  const asked: { offset?: number; timeout?: number }[] = []
  const pauses: number[] = []
  const getUpdates = (query: { offset?: number; timeout?: number }): Promise<Update[]> => {
    asked.push(query)
    const answer = answers.shift()
    if (answer instanceof Error) return Promise.reject(answer)
    if (answer !== undefined || query.timeout === 0) return Promise.resolve(answer ?? [])
    return new Promise((_, reject) => {
      if (controller.signal.aborted) reject(new Error('aborted'))
      controller.signal.addEventListener('abort', () => reject(new Error('aborted')))
    })
  }
  const ended = pollBot({
    api: { getUpdates } as unknown as Api,
    botId: 'a bot',
    allowedUpdates: ['message'],
    handle,
    pause: async (ms) => void pauses.push(ms),
    signal: controller.signal,
    log: pino({ level: 'silent' }),
  })
  const stop = async () => {
    controller.abort()
    await ended
  }
  return { asked, pauses, stop }
}

const update = (id: number, from = person) => ({ ...textUpdate('x', from), update_id: id }) as Update
const refusal = (error_code: number, retry_after?: number) =>
  new GrammyError(
    'failed',
    { ok: false, error_code, description: 'no', parameters: { retry_after } },
    'x',
    {},
  )

describe('pollBot', () => {
  it('should ask for what comes after the updates it has handled', async () => {
    const handled: number[] = []
    const poller = setUp([[update(5), update(6)]], async ({ update_id }) => void handled.push(update_id))
    await vi.waitFor(() => expect(poller.asked).toHaveLength(2))
    expect(handled).toEqual([5, 6])
    expect(poller.asked[1]).toMatchObject({
      offset: 7,
      allowed_updates: ['message'],
    })
    await poller.stop()
    expect(poller.asked[2]).toMatchObject({ offset: 7, timeout: 0 })
  })

  it('should try an update until it is handled, in its chat’s order, while other chats go on', async () => {
    const handled: number[] = []
    let failures = 2
    const other = { ...person, id: 77 }
    const poller = setUp([[update(1), update(2, other), update(3)]], async ({ update_id }) => {
      if (update_id === 1 && failures-- > 0) throw new Error('not now')
      handled.push(update_id)
    })
    await vi.waitFor(() => expect(poller.asked).toHaveLength(2))
    expect(handled).toEqual([2, 1, 3])
    expect(poller.pauses).toEqual([1000, 2000])
    await poller.stop()
  })

  it('should not tell Telegram to forget what was not handled when it is stopped', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const poller = setUp([[update(1)]], async () => {
      begin()
      throw new Error('not now')
    })
    await begun
    await poller.stop()
    expect(poller.asked).toHaveLength(1)
  })

  it('should back off from another poller and wait as long as Telegram says', async () => {
    const poller = setUp([refusal(409), refusal(409), refusal(429, 7), []], async () => undefined)
    await vi.waitFor(() => expect(poller.asked).toHaveLength(5))
    expect(poller.pauses).toEqual([1000, 2000, 7000])
    await poller.stop()
  })
})
