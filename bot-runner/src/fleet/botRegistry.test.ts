import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { RunnerBot, RunnerBotsResponse } from '../../../src/contracts/runnerBots.ts'
import { buildBot } from '../testing/testBot.ts'
import { createBotRegistry } from './botRegistry.ts'

const now = '2026-01-01T00:01:00.000Z'

const setUp = () => {
  const asked: { changedAfter?: string }[] = []
  const state = { bots: [] as RunnerBot[], isDown: false }
  const listBots = async (query: { changedAfter?: string }): Promise<RunnerBotsResponse> => {
    asked.push(query)
    if (state.isDown) throw new TypeError('fetch failed')
    return { bots: state.bots, now }
  }
  const log = pino({ level: 'silent' })
  const registry = createBotRegistry({ client: { listBots }, log, pollMs: 1000, overlapMs: 10_000 })
  return Object.assign(state, { asked, registry })
}

describe('botRegistry', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('should list all bots first, then those that changed, with an overlap', async () => {
    const fleet = setUp()
    const bot = await buildBot()
    fleet.bots = [bot]
    await fleet.registry.start()
    expect(fleet.registry.find(bot.key)).toBe(bot)
    await vi.advanceTimersByTimeAsync(1000)
    expect(fleet.asked).toEqual([{}, { changedAfter: '2026-01-01T00:00:50.000Z' }])
    await fleet.registry.stop()
  })

  it('should ask on while the CMS is away', async () => {
    const fleet = setUp()
    fleet.isDown = true
    const started = fleet.registry.start()
    await vi.advanceTimersByTimeAsync(2500)
    expect(fleet.registry.isLoaded()).toBe(false)
    fleet.isDown = false
    await vi.advanceTimersByTimeAsync(1000)
    await started
    expect(fleet.asked).toEqual([{}, {}, {}, {}])
    await fleet.registry.stop()
  })

  it('should end the waiting when it is stopped', async () => {
    const fleet = setUp()
    fleet.isDown = true
    const started = fleet.registry.start()
    await fleet.registry.stop()
    await started
    expect(fleet.registry.isLoaded()).toBe(false)
  })

  it('should keep the same record until there is news', async () => {
    const { registry } = setUp()
    const bot = await buildBot()
    registry.put(bot)
    registry.put({ ...bot })
    expect(registry.find(bot.key)).toBe(bot)
    registry.put({ ...bot, changedAt: '2020-01-01T00:00:00.000Z', isServing: false })
    expect(registry.find(bot.key)).toBe(bot)
    const changed = { ...bot, isServing: false }
    registry.put(changed)
    expect(registry.find(bot.key)).toBe(changed)
  })
})
