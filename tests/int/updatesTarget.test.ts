import { Redis } from 'ioredis'
import type { Payload } from 'payload'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createUpdatesTarget, type UpdatesTarget } from '../../bot-runner/src/fleet/updatesTarget.ts'
import { buildFleet, type Owned } from '../helpers/buildFleet.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { platformScene } from '../helpers/platformScene.ts'
import { startProcess } from '../helpers/startProcess.ts'
import { platformBot, startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

describe('which of several targets counts', () => {
  let redis: Redis
  const started: UpdatesTarget[] = []
  beforeEach(async () => {
    redis = new Redis(process.env.REDIS_URL ?? '')
    await redis.flushdb()
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map((target) => target.stop()))
    redis.disconnect()
  })

  /** A process that says so; `failures`: so often the CMS is away when it is asked. */
  const announce = (target: string, { failures = 0 } = {}) => {
    const changes: boolean[] = []
    let asked = 0
    const watched = createUpdatesTarget({
      redis,
      client: {
        checkAllBots: async () => {
          if (failures-- > 0) throw new Error('away')
          asked += 1
        },
      },
      target,
      beatMs: 10,
      deadMs: 100,
      onChange: (isCurrent) => changes.push(isCurrent),
      log: pino({ level: 'silent' }),
    })
    started.push(watched)
    watched.start()
    return { ...watched, changes, asked: () => asked }
  }
  const isSettled = (...all: { changes: boolean[]; expected: boolean }[]) =>
    waitFor('it to be settled', () => all.every(({ changes, expected }) => changes.at(-1) === expected))

  it('should be that of who began last, for which all bots are looked at once', async () => {
    const old = announce('old')
    await waitFor('a look', () => old.asked() === 1)
    const fresh = announce('new')
    await isSettled({ ...old, expected: false }, { ...fresh, expected: true })
    const beside = announce('new')
    await isSettled({ ...beside, expected: true })
    await waitFor('a look', () => fresh.asked() > 0)
    const areCurrent = await Promise.all([old, fresh, beside].map((one) => one.isCurrent()))
    expect(areCurrent).toEqual([false, true, true])
    expect([old.changes, fresh.changes, beside.changes]).toEqual([[true, false], [true], [true]])
    expect(old.asked()).toBe(1)
  })

  it('should not be looked for again by a process that begins anew', async () => {
    const before = announce('same')
    await waitFor('a look', () => before.asked() === 1)
    await before.stop()
    const after = announce('same')
    await isSettled({ ...after, expected: true })
    // The beat that settled it has asked before it ended.
    await after.stop()
    expect(after.asked()).toBe(0)
  })

  it('should be announced again and again until the CMS was there', async () => {
    const { asked } = announce('new', { failures: 3 })
    await waitFor('a look', () => asked() === 1)
  })

  it('should go back to the next newest when all of the newest are gone', async () => {
    const old = announce('old')
    await waitFor('a look', () => old.asked() === 1)
    const fresh = announce('new')
    await isSettled({ ...old, expected: false })
    await waitFor('a look', () => fresh.asked() === 1)
    await fresh.stop()
    await isSettled({ ...old, expected: true })
    await waitFor('a look', () => old.asked() === 2)
  })
})

describe('an installation that moves to another address', () => {
  const slow = 240_000
  let stack: Stack
  let scene: ReturnType<typeof platformScene>
  let payload: Payload
  let fleet: Owned[]
  let next: Awaited<ReturnType<typeof startProcess>>
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({}, { hasPlatformBot: true })
    scene = platformScene(stack, payload)
    fleet = await buildFleet(scene, payload, { size: 3, titleOf: (index) => `Moving ${index}` })
  })
  afterAll(async () => {
    await next?.stop()
    await stack?.stop()
  })

  const names = () => [...fleet.map(({ username }) => username), platformBot.username]
  const hooksAreAt = (address: string) =>
    waitFor(
      `all webhooks to lead to ${address}`,
      async () => {
        const bots = await Promise.all(names().map((name) => stack.emulator.bot(name)))
        const { totalDocs: tasks } = await payload.count({ collection: 'outbox' })
        return tasks === 0 && bots.every(({ webhook }) => webhook.url?.startsWith(`${address}/tg/`))
      },
      slow,
    )
  const lastCall = async () => (await stack.emulator.calls()).at(-1)?.id ?? 0
  const armedSince = async (after: number) =>
    (await stack.emulator.calls({ after }))
      .filter(({ method }) => method === 'setWebhook')
      .map(({ bot, parameters }) => [bot, new URL(String(parameters.url)).origin])
      .toSorted()

  it('should be led there by the newest runner, and by no other', async () => {
    await hooksAreAt(stack.runnerUrl)
    const before = await lastCall()
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    next = await startProcess('bot-runner/src/main.ts', {
      ...stack.env,
      RUNNER_PORT: String(port),
      RUNNER_PUBLIC_URL: address,
      PLATFORM_BOT_TOKEN: stack.platformToken,
    })
    await hooksAreAt(address)
    const once = names()
      .map((name) => [name, address])
      .toSorted()
    expect(await armedSince(before)).toEqual(once)

    // The old one is still there when bots are looked at and set up again.
    await stack.emulator.advanceClock(7 * 60 * 60_000)
    await waitFor('all bots to be looked at', async () => {
      const where = { checkDueAt: { less_than: (await stack.emulator.clock()).now } }
      return (await payload.count({ collection: 'bots', where })).totalDocs === 0
    })
    const [{ creator, courseId, username }] = fleet as [Owned]
    await scene.call(creator, 'POST', `/courses/${courseId}/publish`, {})
    await hooksAreAt(address)
    expect(await armedSince(before)).toEqual(once)
    await (await learnInChat(stack, username)).start('Moving 0')
  })

  it('should be led back by an old runner that is started anew', async () => {
    const before = await lastCall()
    await stack.runner.stop()
    await stack.runner.start()
    await hooksAreAt(stack.runnerUrl)
    expect(await armedSince(before)).toHaveLength(names().length)
    await (await learnInChat(stack, fleet[0]?.username ?? '')).start('Moving 0')
  })
})
