import type { Act } from '../lib/load.ts'
import { createPostClient } from '../lib/postClient.ts'
import type { Sink } from '../lib/startSink.ts'
import type { BotCase } from './botCase.ts'
import { measureLoads, type Measurement } from './measureLoads.ts'
import { stepsCount, type Learner } from './scene.ts'
import { secretHeader, tapUpdate } from './tapUpdate.ts'

/** Taps on Next, one learner after the other, each again when the last tap was answered. */
const createTaps = (bot: BotCase, learners: Learner[]) => {
  const client = createPostClient(bot.webhookOf(learners[0]!).port)
  // From here on nobody stands at the end: the last step's Next would finish the course.
  const waiting = learners.filter(({ position }) => position < stepsCount - 1)
  let next = 0

  const act: Act = () => {
    const learner = waiting[next++]
    // What was taken is thrown away now and then.
    if (next > 10_000) {
      waiting.splice(0, next)
      next = 0
    }
    if (learner === undefined) return undefined
    const { path, secret } = bot.webhookOf(learner)
    return client
      .post(path, secretHeader(secret), tapUpdate(learner, bot.nextData(learner)))
      .then((status) => {
        if (status !== 200) throw new Error(`a tap was answered ${status}`)
        learner.position++
        if (learner.position < stepsCount - 1) waiting.push(learner)
      })
  }
  return { act, close: client.close }
}

/** @throws {Error} when what was answered was not also committed and shown */
const requireDone = async (
  what: string,
  done: number,
  before: { completed: number | undefined; counts: Record<string, number> },
  bot: BotCase,
  sink: Sink,
) => {
  const completed = await bot.countCompleted?.()
  const { counts } = await sink.state()
  const messages = ({ sendMessage = 0, sendRichMessage = 0 }: Record<string, number>) =>
    sendMessage + sendRichMessage
  const made = {
    'commits of steps': completed === undefined ? undefined : completed - (before.completed ?? 0),
    'messages sent': messages(counts) - messages(before.counts),
    'calls of answerCallbackQuery':
      (counts.answerCallbackQuery ?? 0) - (before.counts.answerCallbackQuery ?? 0),
  }
  for (const [name, count] of Object.entries(made))
    if (count !== undefined && count !== done)
      throw new Error(`${what}: ${done} taps were answered, but there were ${count} ${name}`)
}

/** Taps on Next, at full load and at half of it. */
export const measureCase = async (options: {
  name: string
  bot: BotCase
  sink: Sink
  postgresPid: number
  seconds: number
}): Promise<Measurement> => {
  const { name, bot, sink, postgresPid, seconds } = options
  const taps = createTaps(bot, await bot.freshLearners())
  const before = { completed: await bot.countCompleted?.(), counts: (await sink.state()).counts }
  const pids = bot.countCompleted === undefined ? bot.pids : [...bot.pids, postgresPid]
  try {
    return await measureLoads({
      ...{ act: taps.act, pids, seconds },
      requireDone: (answered) => requireDone(name, answered, before, bot, sink),
    })
  } finally {
    taps.close()
  }
}
