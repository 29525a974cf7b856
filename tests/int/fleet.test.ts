import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CallRecord } from '../../telegram-emulator/src/client.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { platformScene, type Creator } from '../helpers/platformScene.ts'
import { startProcess } from '../helpers/startProcess.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const hour = 60 * 60_000
const slow = 120_000
/** No person may own more managed bots. */
const fleetSize = 20
const rotatedCount = 5
const deletedCount = 3

type Owned = { courseId: string; username: string }

describe('the fleet', () => {
  let stack: Stack
  let payload: Payload
  let scene: ReturnType<typeof platformScene>
  let creator: Creator
  let second: Awaited<ReturnType<typeof startProcess>>
  const fleet: Owned[] = []

  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'trace' }, { hasPlatformBot: true })
    scene = platformScene(stack, payload)
    // They share the fleet, without doing anything twice.
    second = await startProcess('bot-runner/src/main.ts', {
      ...stack.env,
      RUNNER_PORT: String(await freePort()),
      PLATFORM_BOT_TOKEN: stack.platformToken,
    })
    creator = await scene.createCreator()
    for (let count = 0; count < fleetSize; count += 1) {
      const { course } = await scene.askedFor(creator, `Course number ${count}`)
      const username = `fleet_${randomBytes(4).toString('hex')}_bot`
      await scene.makeBot(creator.personId, username)
      fleet.push({ courseId: course.id, username })
      await scene.waitForState(creator, course.id, 'live')
    }
  }, slow)
  afterAll(async () => {
    await second.stop()
    await stack.stop()
  })

  const stateOf = async ({ courseId }: Owned) => scene.readBot(creator, courseId)
  const lastCall = async () => (await stack.emulator.calls()).at(-1)?.id ?? 0
  const callsSince = async (after: number) =>
    (await stack.emulator.calls({ after })).filter(({ bot }) =>
      fleet.some(({ username }) => username === bot),
    )
  const countBy = (calls: CallRecord[]) => {
    const counts = new Map<string, number>()
    for (const { bot, method, parameters } of calls) {
      const call = [bot, method, parameters.language_code ?? ''].join(' ')
      counts.set(call, (counts.get(call) ?? 0) + 1)
    }
    return counts
  }
  /** Every bot is due to be looked at. */
  const letChecksCome = () => stack.emulator.advanceClock(7 * hour)
  const outboxIsEmpty = () =>
    waitFor(
      'everything to be done',
      async () => (await payload.count({ collection: 'outbox' })).totalDocs === 0,
      slow,
    )

  it(
    'should be in the wished state, or say why not, after Telegram was away for an hour',
    { timeout: slow },
    async () => {
      const rotated = fleet.slice(0, rotatedCount)
      const deleted = fleet.slice(rotatedCount, rotatedCount + deletedCount)
      const before = await lastCall()
      await stack.emulator.addFault({ error_code: 502, times: 1_000_000 })
      for (const [index, { courseId }] of fleet.entries()) {
        const { token } = creator
        const body = { title: `Renamed to ${index}` }
        await callWeb(stack, 'PATCH', `/courses/${courseId}`, { token, body })
        await callWeb(stack, 'POST', `/courses/${courseId}/publish`, { token, body: {} })
      }
      for (const { username } of rotated) await stack.emulator.rotateToken(username)
      for (const { username } of deleted) await stack.emulator.deleteBot(username)
      await stack.emulator.advanceClock(hour)
      await waitFor('some calls to fail', async () => (await callsSince(before)).length > fleetSize)
      await stack.emulator.clearFaults()
      await letChecksCome()

      for (const [index, owned] of fleet.entries()) {
        const isDeleted = deleted.includes(owned)
        const bot = await waitFor(
          `${owned.username} to be as wished`,
          async () => {
            const state = await stateOf(owned)
            return (
              state.state === (isDeleted ? 'needsRelink' : 'live') &&
              state.problem?.nextTryAt == null &&
              state
            )
          },
          slow,
        )
        if (isDeleted) {
          expect(bot.problem?.message).not.toBe('')
          continue
        }
        const shown = await waitFor(
          `${owned.username} to be called anew`,
          async () => {
            const details = await stack.emulator.bot(owned.username)
            return details.texts['']?.name === `Renamed to ${index}` && details.webhook.url !== '' && details
          },
          slow,
        )
        expect(shown.webhook.url).toContain('/tg/')
      }
      await outboxIsEmpty()
      const done = (await callsSince(before)).filter(({ answer }) => answer?.ok)
      const told = done.filter(({ method }) => method.startsWith('set'))
      expect([...countBy(told)].filter(([, count]) => count > 1)).toEqual([])
      const learner = await learnInChat(stack, rotated[0]?.username ?? '')
      await learner.start('Renamed to 0')
    },
  )

  it('should arm lost webhooks again one by one, at most 20 a minute', { timeout: slow }, async () => {
    const lost = fleet.slice(0, 4)
    for (const { username } of lost) {
      const { token } = await stack.emulator.rotateToken(username)
      await waitFor('the new token to be used', async () => {
        const { webhook } = await stack.emulator.bot(username)
        return webhook.url !== ''
      })
      await outboxIsEmpty()
      await fetch(`${stack.emulatorUrl}/bot${token}/deleteWebhook`)
    }
    const before = await lastCall()
    await letChecksCome()
    for (const { username } of lost)
      await waitFor(
        `@${username} to be armed`,
        async () => (await stack.emulator.bot(username)).webhook.url !== '',
        slow,
      )
    await outboxIsEmpty()
    const times = (await callsSince(before))
      .filter(({ method }) => method === 'setWebhook')
      .map(({ time }) => Date.parse(time))
    expect(times).toHaveLength(lost.length)
    // On the way from a job's beginning to its call one may lose a little of the distance to the next.
    const average = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1)
    expect(average).toBeGreaterThan(3000)
    // And the others were left alone.
    expect((await callsSince(before)).every(({ method }) => /^(get|setWebhook)/.test(method))).toBe(true)
  })

  it('should have written no token anywhere', async () => {
    const logs = stack.web.output() + stack.runner.output() + second.output()
    expect(logs).toContain('a bot is not as it should be')
    expect(logs).not.toMatch(/\b\d{8,}:[A-Za-z0-9_-]{30,}/)
  })
})
