import type { RunnerReceipt } from '../../contracts/runnerActions.ts'
import { noteDraft } from '../../lesson/engine/assignment/noteDraft.ts'
import { notePoll } from '../../lesson/engine/quiz/notePoll.ts'
import type { LearnerChange } from './types.ts'

/** What Telegram answered to the sends of one update. Deferred effects stay unsent: a delivery will take them. */
export const applyReceipt = (change: LearnerChange, receipt: RunnerReceipt): void => {
  for (const poll of receipt.polls ?? []) change.state = notePoll(change.state, poll)
  for (const draft of receipt.drafts ?? []) change.state = noteDraft(change.state, draft)
  if (receipt.status === 'deferred') return
  change.updates = change.updates.map((update) =>
    update.id === receipt.updateId ? { id: update.id } : update,
  )
  if (receipt.status !== 'blocked' || change.state.isBlocked) return
  change.state = { ...change.state, isBlocked: true }
  change.facts.push({
    type: 'bot_blocked',
    stepId: null,
    releaseId: null,
    data: {},
    updateId: receipt.updateId,
  })
}
