import { pino } from 'pino'
import { describe, expect, it } from 'vitest'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { buildBot } from '../testing/testBot.ts'
import { createBotLookup } from './botLookup.ts'
import { createBotRegistry } from './botRegistry.ts'

const setUp = (changes: { maxAbsent?: number; maxPerSecond?: number } = {}) => {
  const state = { bots: [] as RunnerBot[], asked: [] as string[], time: 0, isDown: false }
  const client = {
    listBots: async ({ key = '' }: { key?: string }) => {
      state.asked.push(key)
      if (state.isDown) throw new TypeError('fetch failed')
      return { bots: state.bots.filter((bot) => bot.key === key), now: new Date().toISOString() }
    },
  }
  const log = pino({ level: 'silent' })
  const registry = createBotRegistry({ client, log, pollMs: 1000, overlapMs: 0 })
  const lookUp = createBotLookup({
    client,
    registry,
    now: () => state.time,
    absentMs: 5000,
    maxAbsent: changes.maxAbsent ?? 10,
    maxPerSecond: changes.maxPerSecond ?? 100,
  })
  return Object.assign(state, { registry, lookUp })
}

describe('botLookup', () => {
  it('should find a bot that the registry does not know, and put it there', async () => {
    const lookup = setUp()
    const bot = await buildBot()
    lookup.bots.push(bot)
    expect(await Promise.all([lookup.lookUp(bot.key), lookup.lookUp(bot.key)])).toEqual([bot, bot])
    expect(lookup.registry.findById(bot.id)).toEqual(bot)
    await lookup.lookUp(bot.key)
    expect(lookup.asked).toEqual([bot.key])
  })

  it('should remember for a while that a key is nobody’s', async () => {
    const lookup = setUp({ maxAbsent: 2 })
    await lookup.lookUp('a')
    await lookup.lookUp('a')
    expect(lookup.asked).toEqual(['a'])
    lookup.time = 5000
    await lookup.lookUp('a')
    expect(lookup.asked).toEqual(['a', 'a'])
    await lookup.lookUp('b')
    await lookup.lookUp('c')
    await lookup.lookUp('a')
    expect(lookup.asked).toEqual(['a', 'a', 'b', 'c', 'a'])
  })

  it('should not ask for what cannot be a key', async () => {
    const lookup = setUp()
    expect(await lookup.lookUp('../users')).toBeUndefined()
    expect(await lookup.lookUp('k'.repeat(65))).toBeUndefined()
    expect(lookup.asked).toEqual([])
  })

  it('should not let made-up keys flood the CMS', async () => {
    const lookup = setUp({ maxPerSecond: 2 })
    await lookup.lookUp('a')
    await lookup.lookUp('b')
    await expect(lookup.lookUp('c')).rejects.toThrow(RetryLaterError)
    lookup.time = 1000
    expect(await lookup.lookUp('c')).toBeUndefined()
  })

  it('should say that it cannot know while the CMS is away', async () => {
    const lookup = setUp()
    lookup.isDown = true
    await expect(lookup.lookUp('a')).rejects.toThrow(RetryLaterError)
    lookup.isDown = false
    expect(await lookup.lookUp('a')).toBeUndefined()
  })
})
