import { randomUUID } from 'node:crypto'

import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { RunnerBotCheck } from '../../src/contracts/runnerBots.ts'
import { checkAllBots } from '../../src/operations/fleet/checkAllBots.system.ts'
import { recordCheck } from '../../src/operations/fleet/recordCheck.system.ts'
import { scheduleChecks } from '../../src/operations/fleet/scheduleChecks.system.ts'
import type { Bot } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

const hour = 60 * 60_000

describe('looking at the fleet', () => {
  let payload: Payload
  let author: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    author = await createUser(payload)
  })
  afterAll(() => payload.destroy())
  beforeEach(() => payload.db.pool.query('TRUNCATE outbox; UPDATE bots SET sealed_token = NULL'))

  /** As it is after its set-up: nothing waits to be done. */
  const settledBot = async (changes: Partial<Bot> = {}): Promise<Bot> => {
    const { bot } = await buildTaughtCourse(payload, { author })
    const applied = { webhook: 'its hash', name: 'another' }
    await payload.update({ collection: 'bots', id: bot.id, data: { state: 'live', applied, ...changes } })
    await payload.db.pool.query('DELETE FROM outbox WHERE subject = $1', [bot.id])
    return payload.findByID({ collection: 'bots', id: bot.id, showHiddenFields: true, depth: 0 })
  }
  const waiting = async (bot: Bot) => {
    const { rows } = await payload.db.pool.query<{ topic: string }>(
      'SELECT topic::text FROM outbox WHERE subject = $1 ORDER BY 1',
      [bot.id],
    )
    return rows.map(({ topic }) => topic)
  }
  /** A runner looked at it and says so, `times` times. */
  const found = async (
    bot: Bot,
    finding: RunnerBotCheck['finding'],
    { times = 1, secretVersion = 0 } = {},
  ) => {
    const outboxId = randomUUID()
    await payload.db.pool.query(
      `INSERT INTO outbox (id, topic, subject, due_at, times_queued) VALUES ($1, 'check', $2, now(), 1)`,
      [outboxId, bot.id],
    )
    const check = { outboxId, finding, secretVersion: bot.secretVersion + secretVersion }
    for (let time = 0; time < times; time += 1)
      await recordCheck({ req: await createLocalReq({}, payload), botId: bot.id, check })
    return payload.findByID({ collection: 'bots', id: bot.id, showHiddenFields: true, depth: 0 })
  }

  it('should ask once for each bot that is due, however many processes do it, and again in six hours', async () => {
    const bots = [await settledBot(), await settledBot(), await settledBot()]
    const later = await settledBot()
    const { course } = await buildCourse(payload, { author })
    await callApi('POST', `/courses/${course.id}/bot/request`, { token: author.token })
    const ids = bots.map(({ id }) => id)
    await payload.db.pool.query('UPDATE bots SET check_due_at = $1 WHERE id = ANY($2::uuid[])', [
      new Date(Date.now() - 1000),
      ids,
    ])
    const claimed = await Promise.all([1, 2, 3, 4].map(() => scheduleChecks(payload.db.pool)))
    expect(claimed.reduce((sum, count) => sum + count)).toBe(bots.length)
    for (const bot of bots) expect(await waiting(bot)).toEqual(['check'])
    expect(await waiting(later)).toEqual([])
    const { docs } = await payload.find({ collection: 'bots', where: { id: { in: ids } } })
    for (const { checkDueAt } of docs) {
      const inMs = Date.parse(checkDueAt ?? '') - Date.now()
      expect(inMs).toBeGreaterThan(5.6 * hour)
      expect(inMs).toBeLessThan(6.4 * hour)
    }
  })

  it('should make every bot due when what holds for all has changed', async () => {
    const bot = await settledBot()
    expect(await scheduleChecks(payload.db.pool)).toBe(0)
    await checkAllBots(payload)
    expect(await scheduleChecks(payload.db.pool)).toBe(1)
    expect(await waiting(bot)).toEqual(['check'])
    // While that waits it is not asked for again.
    await checkAllBots(payload)
    expect(await scheduleChecks(payload.db.pool)).toBe(0)
  })

  it.each<[RunnerBotCheck['finding'], Partial<Bot>, string[]]>([
    ['right', {}, []],
    ['right', { state: 'needsRelink' }, ['bot']],
    ['outdated', {}, ['bot']],
    ['webhookLost', {}, ['rearm']],
    ['refused', {}, ['bot']],
    ['refused', { state: 'needsRelink' }, []],
    ['refused', { state: 'needsRelink', isManaged: true }, ['bot']],
    ['webhookLost', { isRemoving: true }, []],
  ])('should do of a bot that is found %s and was %o: %j', async (finding, before, expected) => {
    const bot = await settledBot(before)
    await found(bot, finding, { times: 2 })
    expect(await waiting(bot)).toEqual(expected)
    // What waits is not queued again.
    await found(bot, finding)
    expect(await waiting(bot)).toEqual(expected)
  })

  it('should remember when it looked, and which webhook is gone', async () => {
    const bot = await settledBot()
    const after = await found(bot, 'webhookLost')
    expect(Date.parse(after.checkedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
    expect(after.applied).toEqual({ webhook: 'lost', name: 'another' })
  })

  it('should not count for a token that was replaced meanwhile', async () => {
    const bot = await settledBot()
    const after = await found(bot, 'refused', { secretVersion: -1 })
    expect(await waiting(bot)).toEqual([])
    expect(after.checkedAt ?? null).toBeNull()
  })

  it('should be asked for by operators alone', async () => {
    const bot = await settledBot()
    const operator = await createUser(payload, { role: 'admin' })
    const ask = async (token?: string) => (await callApi('POST', `/bots/${bot.id}/check`, { token })).status
    expect([await ask(), await ask(author.token)]).toEqual([401, 403])
    expect(await waiting(bot)).toEqual([])
    expect([await ask(operator.token), await ask(operator.token)]).toEqual([204, 204])
    expect(await waiting(bot)).toEqual(['check'])
  })
})
