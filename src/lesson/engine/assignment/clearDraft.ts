import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { draftEffect } from './draftEffect.ts'
import { openAssignment } from './openAssignment.ts'

/** Throws away what is collected and not sent. */
export const clearDraft = (turn: Turn): AdvanceResult => {
  const open = openAssignment(turn)
  const known = open === null ? undefined : turn.state.drafts?.[open.step.id]
  if (open === null || known === undefined) return answer(turn, { type: 'toast', key: 'buttonOutdated' })
  const stepId = open.step.id
  const draft = { ...known, revision: known.revision + 1, items: [], refusals: [] }
  const after: Turn = { ...turn, state: { ...turn.state, drafts: { ...turn.state.drafts, [stepId]: draft } } }
  return answer(after, draftEffect(after, { stepId, releaseId: open.release.id, draft }, true))
}
