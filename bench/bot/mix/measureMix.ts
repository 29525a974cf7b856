import { createPostClient } from '../../lib/postClient.ts'
import type { Sink } from '../../lib/startSink.ts'
import { measureLoads, type Measurement } from '../measureLoads.ts'
import { secretHeader } from '../tapUpdate.ts'
import type { MixCase, MixLearner } from './mixCase.ts'
import type { MixScript, ScriptedUpdate } from './mixScript.ts'
import { countDone, requireScripted } from './requireScripted.ts'
import { requireShares } from './requireShares.ts'

/** Each learner's next update, one learner after the other, each again when the last update was answered. */
const createUpdates = (bot: MixCase, script: MixScript, learners: MixLearner[]) => {
  const { port, path, secret } = bot.webhook
  const client = createPostClient(port)
  const answered: ScriptedUpdate[] = []
  const back: MixLearner[] = []
  let [waiting, next] = [learners, 0]
  const act = () => {
    if (next === waiting.length) [waiting, next] = [back.splice(0), 0]
    const learner = waiting[next]
    if (learner === undefined) return undefined
    next += 1
    return client.post(path, secretHeader(secret), bot.updateOf(learner)).then((status) => {
      if (status !== 200) throw new Error(`an update was answered ${status}`)
      answered.push(script.updates[learner.at]!)
      learner.at += 1
      if (learner.at < script.updates.length) back.push(learner)
    })
  }
  return { act, answered, close: client.close }
}

/** The mixed load at its fullest and at half of it. */
export const measureMix = async (options: {
  name: string
  bot: MixCase
  script: MixScript
  sink: Sink
  postgresPid: number
  seconds: number
}): Promise<Measurement> => {
  const { name, bot, script, sink, postgresPid, seconds } = options
  const load = createUpdates(bot, script, await bot.freshLearners())
  const before = await countDone(bot, sink)
  try {
    return await measureLoads({
      act: load.act,
      pids: bot.countFacts === undefined ? bot.pids : [...bot.pids, postgresPid],
      seconds,
      requireDone: async () => {
        requireShares(load.answered)
        requireScripted(name, load.answered, before, await countDone(bot, sink))
      },
    })
  } finally {
    load.close()
  }
}
