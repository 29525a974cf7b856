import type { PoolClient } from 'pg'

import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import type { RunnerAction, RunnerReceipt } from '../../contracts/runnerActions.ts'
import type { Release } from '../../lesson/engine/types.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { applyAction, unavailable } from './applyAction.ts'
import { applyReceipt } from './applyReceipt.ts'
import { enrollLearners } from './enrollLearners.ts'
import { findLearners } from './findLearners.ts'
import { localeOf } from './localeOf.ts'
import { lockLearners, type LearnerKey } from './lockLearners.ts'
import { refreshPeople } from './refreshPeople.ts'
import type { Answer, LearnerChange, LearnerRow } from './types.ts'
import { writeChanges } from './writeChanges.ts'
import { writeRecords } from './records/writeRecords.ts'

const keyOf = ({ botId, telegramUserId }: LearnerKey) => `${botId} ${telegramUserId}`
const learnerKey = ({ botId, learner }: RunnerAction): LearnerKey => ({
  botId,
  telegramUserId: learner.telegramUserId,
})

/**
 * What makes nobody a learner: a block or unblock, and an answer to a poll, which may have been forwarded to
 * anybody.
 */
const fromAnybody: ReadonlySet<LessonEvent['type']> = new Set(['membership', 'pollAnswer'])

type Batch = {
  client: PoolClient
  actions: RunnerAction[]
  receipts: RunnerReceipt[]
  /** Product time, ISO. */
  now: string
  /** Rows held elsewhere: actions on them are answered `busy`, receipts are handed back. */
  whenHeld: 'skip' | 'wait'
}

/** Locks the rows of everybody in the batch, making those of newcomers. */
const findRows = async ({ client, actions, receipts, now, whenHeld }: Batch) => {
  const keys = new Map([...receipts, ...actions.map(learnerKey)].map((key) => [keyOf(key), key]))
  const rows = new Map<string, LearnerRow>()
  const take = (found: (LearnerRow & { botId: string })[]) => {
    for (const row of found) rows.set(keyOf({ botId: row.botId, telegramUserId: row.telegramId }), row)
  }
  take(await lockLearners(client, [...keys.values()], whenHeld))
  const missing = actions.filter((action) => !rows.has(keyOf(learnerKey(action))))
  let openBots = new Set<string>()
  let known = new Set<string>()
  if (missing.length > 0) {
    openBots = await enrollLearners(
      client,
      missing.filter(({ event }) => !fromAnybody.has(event.type)),
      now,
    )
    take(await lockLearners(client, missing.map(learnerKey)))
    const unsure = missing.filter(({ event }) => fromAnybody.has(event.type)).map(learnerKey)
    if (unsure.length > 0) known = new Set((await findLearners(client, unsure)).map(keyOf))
  }
  const isBusy = (action: RunnerAction) =>
    fromAnybody.has(action.event.type) ? known.has(keyOf(learnerKey(action))) : openBots.has(action.botId)
  return { rows, isBusy }
}

/** All actions and receipts of a batch, in the caller's transaction. */
export const applyBatch = async (
  batch: Batch,
): Promise<{ answers: Answer[]; heldReceipts: RunnerReceipt[] }> => {
  const { client, actions, receipts, now } = batch
  const { rows, isBusy } = await findRows(batch)
  const changes = new Map<string, LearnerChange>()
  const changeOf = (key: string): LearnerChange | undefined => {
    const row = rows.get(key)
    if (row && !changes.has(key))
      changes.set(key, { row, state: row.state, updates: row.updates, facts: [], records: [] })
    return changes.get(key)
  }

  const heldReceipts: RunnerReceipt[] = []
  const deferrals: { enrollmentId: string; dueAt: string }[] = []
  for (const receipt of receipts) {
    const change = changeOf(keyOf(receipt))
    if (!change) {
      heldReceipts.push(receipt)
      continue
    }
    applyReceipt(change, receipt)
    if (receipt.status === 'deferred') {
      const dueAt = new Date(Date.parse(now) + (receipt.retryAfterMs ?? 0)).toISOString()
      deferrals.push({ enrollmentId: change.row.enrollmentId, dueAt })
    }
  }

  const newest = new Map<string, Release>()
  const answers: Answer[] = []
  for (const action of actions) {
    const key = keyOf(learnerKey(action))
    const change = changeOf(key)
    if (!change) {
      const locale = localeOf(action.learner, null)
      if (isBusy(action)) answers.push({ status: 'busy', locale, effects: [] })
      else if (fromAnybody.has(action.event.type)) answers.push({ status: 'done', locale, effects: [] })
      else answers.push(unavailable(action, locale))
      continue
    }
    const { state, row } = change
    const current = row.releaseId === null ? undefined : await loadRelease(client, row.releaseId)
    if (current) newest.set(row.courseId, current)
    const viewed = state.releaseId === null ? undefined : await loadRelease(client, state.releaseId)
    answers.push(applyAction(change, action, { viewed: viewed ?? null, newest: current ?? null }, now))
  }

  const touched = [...changes.values()].filter(
    ({ row, state, updates }) => state !== row.state || updates !== row.updates,
  )
  if (touched.length > 0 || deferrals.length > 0)
    await writeChanges(client, {
      changes: touched,
      deferrals,
      newest: (courseId) => newest.get(courseId),
      now,
    })
  await writeRecords(client, touched, now)
  await refreshPeople(client, touched)
  return { answers, heldReceipts }
}
