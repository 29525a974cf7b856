import type { Sink } from '../../lib/startSink.ts'
import type { MixCase } from './mixCase.ts'
import type { ScriptedUpdate } from './mixScript.ts'

type Counts = Record<string, number>

/** What there is so far: facts in the database, calls at the sink. */
export type Done = { facts: Counts | undefined; calls: Counts }

/** The others look after a bot, whatever learners do. */
const isShown = ([method]: [string, number]): boolean => /^(send|edit|answer)/.test(method)

export const countDone = async (bot: MixCase, sink: Sink): Promise<Done> => ({
  facts: await bot.countFacts?.(),
  calls: Object.fromEntries(Object.entries((await sink.state()).counts).filter(isShown)),
})

const tally = (names: string[]): Counts => {
  const counts: Counts = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** @throws {Error} naming the first count that has not risen by what was to be expected */
const requireRise = (what: string, expected: Counts, before: Counts, after: Counts) => {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(after)])) {
    const rise = (after[name] ?? 0) - (before[name] ?? 0)
    if (rise !== (expected[name] ?? 0))
      throw new Error(`${what} ${name}: ${rise} instead of ${expected[name] ?? 0}`)
  }
}

/** @throws {Error} when what was answered was not also committed and shown, each fact and call of it */
export const requireScripted = (
  name: string,
  answered: readonly ScriptedUpdate[],
  before: Done,
  after: Done,
): void => {
  const taps = answered.filter(({ event }) => event.type === 'tap')
  const calls = [
    ...taps.map(() => 'answerCallbackQuery'),
    ...answered.flatMap((update) => update.calls.map(({ method }) => method)),
  ]
  requireRise(`${name}, calls of`, tally(calls), before.calls, after.calls)
  if (before.facts === undefined || after.facts === undefined) return
  const facts = answered.flatMap((update) => update.facts)
  requireRise(`${name}, facts`, tally(facts), before.facts, after.facts)
}
