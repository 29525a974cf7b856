import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { RunnerAction, RunnerActionResult } from '../../../src/contracts/runnerActions.ts'
import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { encodeTap } from '../../../src/lesson/callbackData.ts'
import { startFakeCms, type FakeCms } from '../testing/startFakeCms.ts'
import { startFakeTelegram, type FakeTelegram } from '../testing/startFakeTelegram.ts'
import { startTestRunner, type TestRunner } from '../testing/startTestRunner.ts'
import { buildBot, testToken } from '../testing/testBot.ts'
import { buildRelease, stepEffect } from '../testing/testRelease.ts'
import { membershipUpdate, messageUpdate, person, tapUpdate, textUpdate } from '../testing/updates.ts'

let cms: FakeCms
let telegram: FakeTelegram
let runner: TestRunner
let bot: RunnerBot
const release = buildRelease()

const done = (...effects: RunnerActionResult['effects']): RunnerActionResult => ({
  status: 'done',
  locale: 'en',
  effects,
})
const receipts = () => cms.batches.flatMap((batch) => batch.receipts)
const actions = () => cms.batches.flatMap((batch) => batch.actions)

beforeEach(async () => {
  ;[cms, telegram] = await Promise.all([startFakeCms(), startFakeTelegram()])
  runner = await startTestRunner({ cmsUrl: cms.url, telegramUrl: telegram.url })
  bot = await buildBot()
  cms.bots.push(bot)
  cms.releases.set(release.id, release)
  await runner.core.registry.start()
})

afterEach(async () => {
  await runner.close()
  await Promise.all([cms.close(), telegram.close()])
})

describe('webhook', () => {
  it('should commit, then send, then answer, then report what was sent', async () => {
    cms.decide = () => done(stepEffect(release))
    const update = textUpdate('/start from_the_blog')
    const response = await runner.post(bot, update)
    expect(response.status).toBe(200)
    expect(actions()).toEqual([
      {
        botId: bot.id,
        updateId: update.update_id,
        learner: {
          telegramUserId: person.id,
          firstName: 'Ada',
          lastName: null,
          username: null,
          languageCode: 'en',
        },
        event: { type: 'start', payload: 'from_the_blog' },
      },
    ])
    expect(telegram.texts()).toEqual([expect.stringContaining('First words')])
    expect(telegram.calls[0]).toMatchObject({
      token: testToken(bot.telegramBotId),
      payload: { chat_id: person.id },
    })
    await vi.waitFor(() => expect(receipts()).toHaveLength(1))
    expect(receipts()[0]).toEqual({
      botId: bot.id,
      telegramUserId: person.id,
      updateId: update.update_id,
      status: 'sent',
    })
  })

  it('should refuse a wrong or missing secret before it reads the body', async () => {
    expect((await runner.post(bot, textUpdate('/start'), 'x'.repeat(43))).status).toBe(401)
    const bare = await fetch(`${runner.url}/tg/${bot.key}`, { method: 'POST', body: 'no json' })
    expect(bare.status).toBe(401)
    expect(cms.batches).toEqual([])
  })

  it('should serve a bot at once that the registry has not heard of, and remember keys that are nobody’s', async () => {
    const fresh = await buildBot()
    cms.bots.push(fresh)
    expect((await runner.post(fresh, textUpdate('/start'))).status).toBe(200)
    const stranger = await buildBot()
    for (let count = 0; count < 3; count++)
      expect((await runner.post(stranger, textUpdate('/start'))).status).toBe(404)
    expect(cms.lookUps.filter((key) => key === stranger.key)).toHaveLength(1)
  })

  it('should refuse what is too big or no update', async () => {
    expect((await runner.post(bot, textUpdate('x'.repeat(1024 * 1024)))).status).toBe(413)
    expect((await runner.post(bot, { message: {} })).status).toBe(400)
  })

  it('should ask for a redelivery when the CMS fails, and say when', async () => {
    cms.failure = 500
    const response = await runner.post(bot, textUpdate('/start'))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(telegram.calls).toEqual([])
  })

  it('should answer a tap after the commit with its toast, and report it', async () => {
    cms.decide = () => done({ type: 'toast', key: 'buttonOutdated' })
    const response = await runner.post(bot, tapUpdate(encodeTap({ action: 'next', version: 3 })))
    expect(response.status).toBe(200)
    expect(actions()[0]?.event).toEqual({ type: 'tap', tap: { action: 'next', version: 3 } })
    expect(telegram.calls.map(({ method }) => method)).toEqual(['answerCallbackQuery'])
    expect(telegram.calls[0]?.payload.text).toEqual(expect.any(String))
  })

  it('should answer a tap without text while a commit takes over a second', async () => {
    const { promise: committed, resolve: commit } = Promise.withResolvers<RunnerActionResult>()
    cms.decide = () => committed
    const responded = runner.post(bot, tapUpdate('what is this'))
    await vi.waitFor(() => expect(telegram.calls).toHaveLength(1), 3000)
    expect(telegram.calls[0]?.method).toBe('answerCallbackQuery')
    expect(telegram.calls[0]?.payload.text).toBeUndefined()
    expect(actions()[0]?.event).toEqual({ type: 'unreadableTap' })
    commit(done({ type: 'toast', key: 'buttonOutdated' }))
    expect((await responded).status).toBe(200)
    expect(telegram.calls).toHaveLength(1)
  })

  it('should not mind that a query is too old', async () => {
    telegram.answer = ({ method }) =>
      method === 'answerCallbackQuery'
        ? { error_code: 400, description: 'Bad Request: query is too old and response timeout expired' }
        : undefined
    cms.decide = () => done(stepEffect(release))
    expect((await runner.post(bot, tapUpdate('1:n:1'))).status).toBe(200)
    expect(telegram.texts()).toHaveLength(1)
  })

  it('should hand a send that Telegram puts off to the CMS before it answers', async () => {
    cms.decide = () => done(stepEffect(release))
    telegram.answer = () => ({ error_code: 429, description: 'Too Many Requests', retry_after: 7 })
    expect((await runner.post(bot, textUpdate('/start'))).status).toBe(200)
    expect(receipts()).toEqual([
      expect.objectContaining({ status: 'deferred', retryAfterMs: 7000, error: 'Too Many Requests' }),
    ])
  })

  it('should ask for a redelivery when nobody takes over a send that was put off', async () => {
    cms.decide = () => {
      cms.failure = 503
      return done(stepEffect(release))
    }
    await runner.core.releases.get(release.id)
    telegram.answer = () => ({ error_code: 500, description: 'Internal Server Error' })
    expect((await runner.post(bot, textUpdate('/start'))).status).toBe(503)
  })

  it('should report a learner who blocked the bot, and a message that Telegram refuses', async () => {
    cms.decide = () => done(stepEffect(release))
    telegram.answer = () => ({ error_code: 403, description: 'Forbidden: bot was blocked by the user' })
    expect((await runner.post(bot, textUpdate('/start'))).status).toBe(200)
    telegram.answer = () => ({ error_code: 400, description: 'Bad Request: message is too long' })
    expect((await runner.post(bot, textUpdate('/start'))).status).toBe(200)
    await vi.waitFor(() => expect(receipts()).toHaveLength(2))
    expect(receipts()[0]?.status).toBe('blocked')
    expect(receipts()[1]).toMatchObject({ status: 'sent', error: 'Bad Request: message is too long' })
  })

  it('should send what a duplicate has not been sent, and report nothing for a rejected action', async () => {
    cms.decide = () => ({ ...done(stepEffect(release)), status: 'duplicate' })
    await runner.post(bot, textUpdate('/start'))
    await vi.waitFor(() => expect(receipts()).toHaveLength(1))
    cms.decide = () => ({ ...done({ type: 'notice', key: 'accountInactive' }), status: 'rejected' })
    expect((await runner.post(bot, textUpdate('/start'))).status).toBe(200)
    expect(telegram.texts()).toHaveLength(2)
    await runner.core.batcher.flush()
    expect(receipts()).toHaveLength(1)
  })

  it('should handle an update once that is brought again while it is being handled', async () => {
    const { promise: committed, resolve: commit } = Promise.withResolvers<RunnerActionResult>()
    cms.decide = () => committed
    const update = textUpdate('/start')
    const first = runner.post(bot, update)
    await vi.waitFor(() => expect(actions()).toHaveLength(1))
    const second = runner.post(bot, update)
    await vi.waitFor(async () =>
      expect(await (await fetch(`${runner.url}/metrics`)).text()).toContain('updates_in_flight 1'),
    )
    commit(done(stepEffect(release)))
    expect([(await first).status, (await second).status]).toEqual([200, 200])
    expect(telegram.texts()).toHaveLength(1)
  })

  it('should not bring back for ever what cannot be rendered', async () => {
    cms.decide = () => done({ type: 'help', releaseId: randomUUID() })
    expect((await runner.post(bot, textUpdate('/help'))).status).toBe(200)
    await vi.waitFor(() => expect(receipts()[0]?.error).toBe('not rendered'))
  })

  it('should report who blocks the bot and comes back', async () => {
    await runner.post(bot, membershipUpdate('kicked'))
    await runner.post(bot, membershipUpdate('member'))
    expect(actions().map((action: RunnerAction) => action.event)).toEqual([
      { type: 'membership', isBlocked: true },
      { type: 'membership', isBlocked: false },
    ])
  })

  it('should refuse groups once in a while, without the CMS', async () => {
    const group = { id: -100500, type: 'supergroup', title: 'Friends' }
    for (let count = 0; count < 3; count++)
      expect((await runner.post(bot, messageUpdate({ text: '/start' }, person, group))).status).toBe(200)
    expect(telegram.calls).toEqual([
      expect.objectContaining({
        method: 'sendMessage',
        payload: expect.objectContaining({ chat_id: group.id }),
      }),
    ])
    expect(cms.batches).toEqual([])
  })

  it('should leave alone what is no learner’s action', async () => {
    const edited = { update_id: 1, edited_message: textUpdate('x').message }
    expect((await runner.post(bot, edited)).status).toBe(200)
    expect((await runner.post(bot, messageUpdate({ pinned_message: {} }))).status).toBe(200)
    expect((await runner.post(bot, { update_id: 2, poll: { id: '1' } })).status).toBe(200)
    expect(cms.batches).toEqual([])
    expect(telegram.calls).toEqual([])
  })

  it('should finish what it began and take nothing new when it closes', async () => {
    const { promise: committed, resolve: commit } = Promise.withResolvers<RunnerActionResult>()
    cms.decide = () => committed
    const begun = runner.post(bot, textUpdate('/start'))
    await vi.waitFor(() => expect(actions()).toHaveLength(1))
    const closed = runner.gate.close()
    expect((await runner.post(bot, textUpdate('/help'))).status).toBe(503)
    expect((await fetch(`${runner.url}/readyz`)).status).toBe(503)
    commit(done())
    expect((await begun).status).toBe(200)
    await closed
  })

  it('should show no token and no message text in its logs and metrics', async () => {
    cms.decide = () => done(stepEffect(release))
    telegram.answer = () => ({ error_code: 400, description: 'Bad Request: refused' })
    await runner.post(bot, textUpdate('my deepest secret'))
    const { url } = runner
    await telegram.close()
    await runner.post(bot, tapUpdate('another secret'))
    const text = runner.logged() + (await (await fetch(`${url}/metrics`)).text())
    expect(text).toContain('a view was not delivered')
    expect(text).toContain('ECONNREFUSED')
    for (const secret of [testToken(bot.telegramBotId), 'AAttt', 'secret', 'First words'])
      expect(text).not.toContain(secret)
    telegram = await startFakeTelegram()
  })

  it('should use the new token and secret of a changed bot', async () => {
    const changed = await buildBot({
      ...bot,
      token: testToken(999_999),
      secretVersion: 1,
      changedAt: new Date().toISOString(),
    })
    cms.decide = () => done(stepEffect(release))
    await runner.post(bot, textUpdate('/start'))
    runner.core.registry.put(changed)
    expect((await runner.post(bot, textUpdate('/start'))).status).toBe(401)
    expect((await runner.post(changed, textUpdate('/start'))).status).toBe(200)
    expect(telegram.calls.at(-1)?.token).toBe(testToken(999_999))
  })
})
