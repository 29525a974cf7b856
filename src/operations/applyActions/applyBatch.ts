import type { RunnerReceipt } from '../../contracts/runnerActions.ts'
import type { Release } from '../../lesson/engine/release.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { answerTester } from './answerTester.ts'
import { applyAction, outdated, unavailable } from './applyAction.ts'
import { applyReceipt } from './applyReceipt.ts'
import { findRows, isFromAnybody, keyOf, learnerKey, type Batch } from './findRows.ts'
import { isOfTest } from './isOfTest.ts'
import { localeOf } from './localeOf.ts'
import { writeRecords } from './records/writeRecords.ts'
import { refreshPeople } from './refreshPeople.ts'
import type { Answer, LearnerChange } from './types.ts'
import { writeChanges } from './writeChanges.ts'
import { writeTests } from './writeTests.ts'

/** All actions and receipts of a batch, in the caller's transaction. */
export const applyBatch = async (
  batch: Batch,
): Promise<{ answers: Answer[]; heldReceipts: RunnerReceipt[] }> => {
  const { client, actions, receipts, now } = batch
  const { learners, testers, isTesting, isBusy } = await findRows(batch)
  const changes = new Map<string, LearnerChange>()
  const changeOf = (key: string, isTest: boolean): LearnerChange | undefined => {
    const row = (isTest ? testers : learners).get(key)
    if (row && !changes.has(row.enrollmentId)) {
      const { enrollmentId, state, updates } = row
      changes.set(enrollmentId, { row, state, updates, facts: [], records: [] })
    }
    return row && changes.get(row.enrollmentId)
  }

  const heldReceipts: RunnerReceipt[] = []
  const deferrals: { enrollmentId: string; dueAt: string }[] = []
  for (const receipt of receipts) {
    const change = changeOf(keyOf(receipt), receipt.isTest === true)
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
    const change = changeOf(key, isTesting(key))
    if (!change) {
      const locale = localeOf(action.learner, null)
      if (isBusy(action)) answers.push({ status: 'busy', locale, effects: [] })
      else if (isFromAnybody(action)) answers.push({ status: 'done', locale, effects: [] })
      else if (isOfTest(action.event)) answers.push(outdated(locale))
      else answers.push(unavailable(action, locale))
      continue
    }
    const { state, row } = change
    if (row.isTest !== (isOfTest(action.event) ?? row.isTest)) {
      answers.push(outdated(localeOf(action.learner, row.courseLanguage)))
      continue
    }
    const current = row.releaseId === null ? undefined : await loadRelease(client, row.releaseId)
    if (current && !row.isTest) newest.set(row.courseId, current)
    const viewed = state.releaseId === null ? undefined : await loadRelease(client, state.releaseId)
    const answer = applyAction(change, action, { viewed: viewed ?? null, newest: current ?? null }, now)
    answers.push(row.isTest ? answerTester(change, action, answer) : answer)
  }

  const touched = [...changes.values()].filter(
    ({ row, state, updates }) => state !== row.state || updates !== row.updates,
  )
  const learned = touched.filter(({ row }) => !row.isTest)
  const tested = touched.filter(({ row }) => row.isTest)
  if (tested.length > 0) await writeTests(client, tested, now)
  if (learned.length > 0 || deferrals.length > 0)
    await writeChanges(client, {
      changes: learned,
      deferrals,
      newest: (courseId) => newest.get(courseId),
      now,
    })
  await writeRecords(client, learned, now)
  await refreshPeople(client, learned)
  return { answers, heldReceipts }
}
