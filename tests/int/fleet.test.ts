import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openToken, parseKeyRing } from '../../src/contracts/tokenSeal.ts'
import type { Bot } from '../../src/payload-types.ts'
import type { CallRecord } from '../../telegram-emulator/src/client.ts'
import { buildFleet, type Owned } from '../helpers/buildFleet.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { platformScene } from '../helpers/platformScene.ts'
import { recordTraces } from '../helpers/recordTraces.ts'
import { startProcess } from '../helpers/startProcess.ts'
import { startRecordingProxy } from '../helpers/startRecordingProxy.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const hour = 60 * 60_000
const slow = 240_000
const fleetSize = 200
const rotatedCount = 5
const deletedCount = 3
const lostCount = 3
const mostArmedAMinute = 20

/** What Telegram is told of a bot, or somebody in it: to be told once. */
const isTelling = ({ method }: CallRecord): boolean => /^(set|send|delete)/.test(method)

describe('a fleet of two hundred bots on two runners', () => {
  let stack: Stack
  let payload: Payload
  let scene: ReturnType<typeof platformScene>
  let proxy: Awaited<ReturnType<typeof startRecordingProxy>>
  let traces: Awaited<ReturnType<typeof recordTraces>>
  let second: Awaited<ReturnType<typeof startProcess>>
  let fleet: Owned[]
  let tokens: string[] = []

  beforeAll(async () => {
    payload = await getTestPayload()
    const port = await freePort()
    proxy = await startRecordingProxy(port)
    traces = await recordTraces(payload)
    const settings = { LOG_LEVEL: 'trace', PORT: String(port), CMS_URL: proxy.url }
    stack = await startStack(settings, { hasPlatformBot: true })
    // What creators are answered goes through it too.
    scene = platformScene({ ...stack, webUrl: proxy.url }, payload)
    second = await startProcess('bot-runner/src/main.ts', {
      ...stack.env,
      RUNNER_PORT: String(await freePort()),
      PLATFORM_BOT_TOKEN: stack.platformToken,
    })
    fleet = await buildFleet(scene, payload, { size: fleetSize, titleOf: (index) => `Course ${index}` })
  })
  afterAll(async () => {
    await second?.stop()
    await stack?.stop()
    await proxy?.close()
  })

  const botsByName = async (): Promise<Map<string, Bot>> => {
    const { docs } = await payload.find({
      collection: 'bots',
      depth: 0,
      pagination: false,
      showHiddenFields: true,
    })
    return new Map(docs.map((bot) => [bot.username ?? '', bot as Bot]))
  }
  const readTokens = async (): Promise<Map<string, string>> => {
    const ring = parseKeyRing(process.env.TOKEN_KEYS ?? '')
    const opened = [...(await botsByName())].map(
      async ([username, { sealedToken }]) => [username, await openToken(ring, sealedToken ?? '')] as const,
    )
    return new Map(await Promise.all(opened))
  }
  const lastCall = async () => (await stack.emulator.calls()).at(-1)?.id ?? 0
  const callsSince = (after: number) => stack.emulator.calls({ after })
  /** Each creator changes their courses one after the other, all creators at once. */
  const forEachCreator = (act: (owned: Owned, index: number) => Promise<void>) =>
    Promise.all(
      [...Map.groupBy(fleet.entries(), ([, { creator }]) => creator).values()].map(async (owned) => {
        for (const [index, one] of owned) await act(one, index)
      }),
    )
  /** Every bot is due to be looked at. */
  const letChecksCome = () => stack.emulator.advanceClock(7 * hour)
  const allIsDone = () =>
    waitFor(
      'everything to be done',
      async () => {
        const where = { checkDueAt: { less_than: (await stack.emulator.clock()).now } }
        const { totalDocs: due } = await payload.count({ collection: 'bots', where })
        return due === 0 && (await payload.count({ collection: 'outbox' })).totalDocs === 0
      },
      slow,
    )

  it('should be in the wished state, or say why not, after Telegram was away for an hour', async () => {
    const rotated = fleet.slice(0, rotatedCount)
    const deleted = fleet.slice(rotatedCount, rotatedCount + deletedCount)
    const lost = fleet.slice(-lostCount)
    const known = await readTokens()
    tokens = [...known.values(), stack.platformToken]
    for (const { username } of lost)
      await fetch(`${stack.emulatorUrl}/bot${known.get(username)}/deleteWebhook`)
    const gone = await lastCall()

    await stack.emulator.addFault({ error_code: 502, times: 1_000_000 })
    await forEachCreator(async ({ creator, courseId }, index) => {
      await scene.call(creator, 'PATCH', `/courses/${courseId}`, { title: `Renamed ${index}` })
      await scene.call(creator, 'POST', `/courses/${courseId}/publish`, {})
    })
    for (const { username } of rotated) tokens.push((await stack.emulator.rotateToken(username)).token)
    for (const { username } of deleted) await stack.emulator.deleteBot(username)
    await stack.emulator.advanceClock(hour)
    await waitFor(
      'all bots to have been tried in vain',
      async () => {
        const tried = new Set((await callsSince(gone)).map(({ bot }) => bot))
        return fleet.every((owned) => deleted.includes(owned) || tried.has(owned.username))
      },
      slow,
    )
    await stack.emulator.clearFaults()
    await letChecksCome()
    await allIsDone()

    const bots = await botsByName()
    const stateOf = ({ username }: Owned) => bots.get(username)?.state
    expect(fleet.filter((owned) => stateOf(owned) !== 'live')).toEqual(deleted)
    for (const owned of deleted) {
      const { state, problem } = await scene.readBot(owned.creator, owned.courseId)
      expect({ state, code: problem?.code }).toEqual({ state: 'needsRelink', code: 'tokenRefused' })
      expect(problem?.message).toMatch(/\w/)
    }
    for (const [index, owned] of fleet.entries()) {
      if (deleted.includes(owned)) continue
      const { texts, webhook } = await stack.emulator.bot(owned.username)
      expect([texts['']?.name, webhook.url !== '']).toEqual([`Renamed ${index}`, true])
      expect(bots.get(owned.username)?.errorCode).toBeNull()
    }

    const done = (await callsSince(gone)).filter(({ answer }) => answer?.ok)
    const told = done
      .filter(isTelling)
      .map((call) => JSON.stringify([call.bot, call.method, call.parameters]))
    expect(told.filter((call, index) => told.indexOf(call) !== index)).toEqual([])
    expect(told.length).toBeGreaterThan(fleetSize)
    const armed = done.filter(({ method }) => method === 'setWebhook')
    const toBeArmed = [...rotated, ...lost].map(({ username }) => username)
    expect(armed.map(({ bot }) => bot).toSorted()).toEqual(toBeArmed.toSorted())
    const times = armed.map(({ time }) => Date.parse(time))
    // On the way from a job's beginning to its call one may lose a little of the distance to the next.
    const average = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1)
    expect(average).toBeGreaterThan(60_000 / mostArmedAMinute)
    const alerts = done.filter(({ bot, method }) => bot === scene.manager && method === 'sendMessage')
    expect(alerts).toHaveLength(deletedCount)
    const learner = await learnInChat(stack, rotated[0]?.username ?? '')
    await learner.start('Renamed 0')
  })

  it('should have written no token anywhere', async () => {
    const [owned] = fleet
    for (const path of ['bots', 'botRequests', 'managedBots', 'courses', 'courses/versions', 'outbox'])
      await scene.call(owned!.creator, 'GET', `/${path}?depth=4&limit=100&showHiddenFields=true`)
    const places = {
      ...(await traces.read()),
      answers: proxy.answers.map(({ body }) => body).join('\n'),
      logs: stack.web.output() + stack.runner.output() + second.output(),
    }
    // The places hold what they are thought to hold.
    expect(places.tables).toContain('Renamed 0')
    expect(places.redis).toMatch(/gongbu:rearms:/)
    expect(places.answers).toContain('sealedToken')
    expect(places.logs).toContain('a bot is not as it should be')
    expect(new Set(tokens).size).toBe(fleetSize + rotatedCount + 1)
    for (const [place, text] of Object.entries(places)) {
      const found = tokens.filter((token) => text.includes(token.split(':')[1] ?? token))
      expect([place, found]).toEqual([place, []])
      expect(text).not.toMatch(/\b\d{8,}:[A-Za-z0-9_-]{35}\b/)
    }
  })
})
