import { setTimeout as pause } from 'node:timers/promises'

import { closedLoop } from '../lib/load.ts'
import { createPostClient } from '../lib/postClient.ts'
import { stepsCount } from '../bot/scene.ts'
import { secretHeader, tapUpdate } from '../bot/tapUpdate.ts'
import type { FleetCase } from './startFleet.ts'

const inFlight = 32
const retryMs = 50

/**
 * A second runner joins and takes half of the updates; in the middle it is killed. What it leaves unanswered comes
 * again, as Telegram brings it, to the runner that lives.
 * @returns how many taps were answered, all of them committed once
 * @throws {Error} when a tap was lost or counted twice
 */
export const survive = async (fleet: FleetCase, seconds: number): Promise<number> => {
  const learners = (await fleet.freshLearners()).filter(({ position }) => position < stepsCount - 1)
  const before = (await fleet.countCompleted?.()) ?? 0
  const second = await fleet.startRunner()
  const clients = [createPostClient(fleet.webhookOf(learners[0]!).port), createPostClient(second.port)]
  let isKilled = false
  let turn = 0

  const deliver = async (path: string, headers: string, body: string): Promise<void> => {
    for (;;) {
      const client = clients[isKilled ? 0 : turn++ % 2]!
      const status = await client.post(path, headers, body).catch(() => 0)
      if (status === 200) return
      await pause(retryMs)
    }
  }
  const act = () => {
    const learner = learners.shift()
    if (learner === undefined) return undefined
    const { path, secret } = fleet.webhookOf(learner)
    return deliver(path, secretHeader(secret), tapUpdate(learner, fleet.nextData(learner))).then(() => {
      learner.position++
      if (learner.position < stepsCount - 1) learners.push(learner)
    })
  }
  const killing = pause((seconds * 1000) / 2).then(() => {
    isKilled = true
    process.kill(second.pid, 'SIGKILL')
  })
  try {
    const { done } = await closedLoop(act, { inFlight, seconds })
    await killing
    const committed = ((await fleet.countCompleted?.()) ?? 0) - before
    if (committed !== done) throw new Error(`${done} taps were answered, but ${committed} steps committed`)
    return done
  } finally {
    for (const client of clients) client.close()
  }
}
