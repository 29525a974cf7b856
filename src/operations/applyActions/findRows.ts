import type { PoolClient } from 'pg'

import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import type { RunnerAction, RunnerReceipt } from '../../contracts/runnerActions.ts'
import { admitCreators } from './admitCreators.ts'
import { enrollLearners } from './enrollLearners.ts'
import { findLearners } from './findLearners.ts'
import { findTesters } from './findTesters.ts'
import { isOfTest } from './isOfTest.ts'
import { lockLearners, type LearnerKey } from './lockLearners.ts'
import { lockTesters } from './lockTesters.ts'
import type { LearnerRow } from './types.ts'

export type Batch = {
  client: PoolClient
  actions: RunnerAction[]
  receipts: RunnerReceipt[]
  /** Product time, ISO. */
  now: string
  /** Rows held elsewhere: actions on them are answered `busy`, receipts are handed back. */
  whenHeld: 'skip' | 'wait'
}

/** The rows of a batch, by `keyOf`: who tests a course now may learn it, too. */
export type BatchRows = {
  learners: Map<string, LearnerRow>
  testers: Map<string, LearnerRow>
  isTesting: (key: string) => boolean
  /** Of an action without a row: whether there is one, held elsewhere. */
  isBusy: (action: RunnerAction) => boolean
}

/**
 * What makes nobody a learner: a block or unblock, and an answer to a poll, which may have been forwarded to
 * anybody.
 */
const fromAnybody: ReadonlySet<LessonEvent['type']> = new Set(['membership', 'pollAnswer'])

export const isFromAnybody = ({ event }: RunnerAction): boolean => fromAnybody.has(event.type)

export const keyOf = ({ botId, telegramUserId }: LearnerKey): string => `${botId} ${telegramUserId}`

export const learnerKey = ({ botId, learner }: RunnerAction): LearnerKey => ({
  botId,
  telegramUserId: learner.telegramUserId,
})

const byKey = (rows: (LearnerRow & { botId: string })[]) =>
  new Map(rows.map((row) => [keyOf({ botId: row.botId, telegramUserId: row.telegramId }), row]))

/** Locks the rows of those who test their course now. `hasRow`: who they are, and whether they have one. */
const findTests = async ({ client, actions, now, whenHeld }: Batch, keys: LearnerKey[]) => {
  const found = keys.length === 0 ? [] : await findTesters(client, keys)
  const hasRow = new Map(found.map((key) => [keyOf(key), key.hasRow]))
  if (found.length === 0) return { hasRow, testers: new Map<string, LearnerRow>() }
  const newcomers = actions.filter(
    (action) => hasRow.get(keyOf(learnerKey(action))) === false && !isFromAnybody(action),
  )
  if (newcomers.length > 0) await admitCreators(client, newcomers, now)
  return { hasRow, testers: byKey(await lockTesters(client, found, whenHeld)) }
}

/** Locks the rows of everybody in the batch, making those of newcomers. */
export const findRows = async (batch: Batch): Promise<BatchRows> => {
  const { client, actions, receipts, now, whenHeld } = batch
  const keys = new Map([...receipts, ...actions.map(learnerKey)].map((key) => [keyOf(key), key]))
  const locked = await lockLearners(client, [...keys.values()], whenHeld)
  const learners: Map<string, LearnerRow> = byKey(locked)
  const testing = new Set(byKey(locked.filter(({ isTesting }) => isTesting)).keys())
  // Those without a row may be testers, too.
  const unsure = [...keys].flatMap(([key, it]) => (testing.has(key) || !learners.has(key) ? [it] : []))
  const { hasRow, testers } = await findTests(batch, unsure)

  const missing = actions.filter((action) => {
    const key = keyOf(learnerKey(action))
    return !learners.has(key) && !hasRow.has(key)
  })
  let openBots = new Set<string>()
  let known = new Set<string>()
  // A button of a test that is over is no beginning.
  const mayBegin = (action: RunnerAction) => !isFromAnybody(action) && isOfTest(action.event) !== true
  if (missing.length > 0) {
    openBots = await enrollLearners(client, missing.filter(mayBegin), now)
    for (const [key, row] of byKey(await lockLearners(client, missing.map(learnerKey))))
      learners.set(key, row)
    const others = missing.filter(isFromAnybody).map(learnerKey)
    if (others.length > 0) known = new Set((await findLearners(client, others)).map(keyOf))
  }
  return {
    learners,
    testers,
    isTesting: (key) => hasRow.has(key),
    isBusy: (action) => {
      const key = keyOf(learnerKey(action))
      if (hasRow.has(key)) return hasRow.get(key) === true || !isFromAnybody(action)
      return isFromAnybody(action) ? known.has(key) : openBots.has(action.botId) && mayBegin(action)
    },
  }
}
