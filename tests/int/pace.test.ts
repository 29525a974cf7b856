import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createPace, type Pace } from '../../bot-runner/src/pace/createPace.ts'
import { inParallel } from '../helpers/inParallel.ts'
import { waitFor } from '../helpers/waitFor.ts'

/** One message in ten seconds: a slow machine changes nothing of what is expected. */
const slow = 0.1
const interval = 10_000
const bot = '4711'

describe('how fast bots send in bulk', () => {
  let redis: Redis
  let pace: Pace
  const paceOf = (perSecond: number) => createPace({ redis, perSecond })
  beforeEach(async () => {
    redis = new Redis(process.env.REDIS_URL ?? '')
    await redis.flushdb()
    pace = paceOf(slow)
  })
  afterEach(() => redis.disconnect())

  it('should give one place after the other, and none twice, whoever asks', async () => {
    const others = new Redis(process.env.REDIS_URL ?? '')
    const runners = [paceOf(100), createPace({ redis: others, perSecond: 100 })]
    const turns = await inParallel([...Array(60).keys()], 60, (index) => runners[index % 2]!.take(bot))
    others.disconnect()
    const places = turns.map(({ place }) => place ?? 0).toSorted((a, b) => a - b)
    places.slice(1).forEach((place, index) => expect(place - places[index]!).toBeGreaterThanOrEqual(9.99))
    expect((await paceOf(100).take('4712')).waitMs).toBe(0)
  })

  it('should keep a place until its time has come', async () => {
    expect(await pace.take(bot)).toMatchObject({ waitMs: 0 })
    const { waitMs, place } = await pace.take(bot)
    expect(waitMs).toBeGreaterThan(0)
    expect(await pace.take(bot, place)).toMatchObject({ place })
    const [fast, other] = [paceOf(20), '4712']
    await fast.take(other)
    const soon = await fast.take(other)
    await waitFor('the time to come', async () => (await fast.take(other, soon.place)).waitMs === 0)
  })

  it('should give another place to whoever comes late for theirs', async () => {
    const { place } = await pace.take(bot)
    const late = await pace.take(bot, (place ?? 0) - 1000)
    expect(late.place).toBeGreaterThanOrEqual((place ?? 0) + interval - 1)
  })

  it('should keep no places that are far off, and say when to come again: to each another time', async () => {
    const turns = []
    for (let count = 0; count < 8; count += 1) turns.push(await pace.take(bot))
    expect(turns.map(({ place }) => place !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    const far = turns.slice(4).map(({ waitMs }) => waitMs)
    expect(far[0]).toBeGreaterThan(29_000)
    far.slice(1).forEach((waitMs, index) => expect(waitMs - far[index]!).toBeGreaterThan(interval / 2))
  })

  it('should give way to what was sent without asking', async () => {
    await pace.take(bot)
    const { waitMs, place } = await pace.take(bot)
    await paceOf(10).count(new Map([[bot, 3], ['4712', 3]])) // prettier-ignore
    // What is owed is given bit by bit: bulk goes on at a tenth of its pace meanwhile.
    await waitFor('bulk to have given way', async () => (await owedOf(bot)) === 0)
    const later = await pace.take(bot, place)
    expect(later.place).toBe(place)
    expect(await shiftOf(bot)).toBeCloseTo(300)
    expect(later.waitMs).toBeLessThanOrEqual(waitMs)
  })

  it('should let a bot rest, and all places keep their order after it', async () => {
    await pace.take(bot)
    const { waitMs, place } = await pace.take(bot)
    // Many calls under way are told the same.
    await Promise.all([pace.freeze(bot, 60_000), pace.freeze(bot, 60_000), pace.freeze(bot, 50_000)])
    const later = await pace.take(bot, place)
    expect(later.place).toBe(place)
    expect(later.waitMs).toBeGreaterThan(waitMs + 50_000)
    expect(later.waitMs).toBeLessThan(waitMs + 62_000)
  })

  it('should let a bot rest that sent nothing before', async () => {
    await pace.freeze(bot, 20_000)
    expect((await pace.take(bot)).waitMs).toBeGreaterThan(15_000)
  })

  it('should forget bots that send no more', async () => {
    await pace.take(bot)
    expect(await redis.pttl(`gongbu:pace:${bot}`)).toBeGreaterThan(3_000_000)
    await pace.freeze(bot, 7_200_000)
    expect(await redis.pttl(`gongbu:pace:${bot}`)).toBeGreaterThan(10_000_000)
  })

  const field = async (of: string, name: string) => Number(await redis.hget(`gongbu:pace:${of}`, name))
  const shiftOf = (of: string) => field(of, 'shift')
  const owedOf = async (of: string) => {
    await pace.count(new Map([[of, 0]]))
    return field(of, 'owed')
  }
})
