import { Bot } from 'grammy'
import { describe, expect, it } from 'vitest'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { buildBot, testToken } from '../testing/testBot.ts'
import { createCourseBots } from './courseBots.ts'

const setUp = (max: number) => {
  const opened: string[] = []
  const open = async (record: RunnerBot) => {
    opened.push(record.id)
    return { record, bot: new Bot(testToken(record.telegramBotId)) }
  }
  return { opened, bots: createCourseBots({ open, max }) }
}

describe('courseBots', () => {
  it('should open a bot once, and anew when its record has changed', async () => {
    const { opened, bots } = setUp(10)
    const record = await buildBot()
    const [first, same] = await Promise.all([bots.get(record), bots.get(record)])
    expect(same).toBe(first)
    expect(bots.get(record)).toBe(first)
    expect(opened).toHaveLength(1)
    const changed = { ...record, secretVersion: 1 }
    expect((await bots.get(changed)).record).toBe(changed)
    expect(opened).toHaveLength(2)
  })

  it('should keep the most recently used ones', async () => {
    const { opened, bots } = setUp(2)
    const [a, b, c] = await Promise.all([buildBot(), buildBot(), buildBot()])
    for (const record of [a, b, a, c, a]) await bots.get(record)
    expect(opened).toEqual([a.id, b.id, c.id])
    await bots.get(b)
    expect(opened).toHaveLength(4)
  })
})
