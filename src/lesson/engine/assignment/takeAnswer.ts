import type { NoticeKey } from '../../../contracts/effects/saidKeys.ts'
import type { Said } from '../said.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult, Draft } from '../types.ts'
import { draftEffect } from './draftEffect.ts'
import { openAssignment } from './openAssignment.ts'
import { stageOf, type AssignmentStage } from './stageOf.ts'
import { takeItem } from './takeItem.ts'

/** At so many steps at once answers may lie unsent; the one begun longest ago goes first. */
const maxDrafts = 5

const refusals: Partial<Record<AssignmentStage, NoticeKey>> = {
  pending: 'underReview',
  closed: 'assignmentClosed',
  noAttempts: 'noAttemptsLeft',
}

const keepDraft = (drafts: Record<string, Draft>, stepId: string, draft: Draft): Record<string, Draft> => {
  const others = Object.entries(drafts).filter(([id]) => id !== stepId)
  return Object.fromEntries([...others, [stepId, draft]].slice(-maxDrafts) as [string, Draft][])
}

/** A message for the assignment that the learner stands on; null when they stand on none, or it is done. */
export const takeAnswer = (turn: Turn, message: Said): AdvanceResult | null => {
  const open = openAssignment(turn)
  if (open === null) return null
  const { step, release } = open
  const { assignment, id: stepId } = step
  const stage = stageOf(turn, stepId, assignment)
  if (stage === 'approved') return null
  const refusal = refusals[stage]
  if (refusal !== undefined) return answer(turn, { type: 'notice', key: refusal })

  const { drafts = {} } = turn.state
  const known = drafts[stepId] ?? { revision: 0, items: [], messageId: null }
  const taken = takeItem(assignment, known.items, message)
  const items = 'item' in taken ? [...known.items, taken.item] : known.items
  const draft = { ...known, revision: known.revision + 1, items }
  const after: Turn = { ...turn, state: { ...turn.state, drafts: keepDraft(drafts, stepId, draft) } }
  const refused = 'refused' in taken ? taken.refused : null
  return answer(
    after,
    draftEffect(after, { stepId, releaseId: release.id, draft }, { refused, isInPlace: false }),
  )
}
