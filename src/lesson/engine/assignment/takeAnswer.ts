import type { NoticeKey } from '../../../contracts/effects/saidKeys.ts'
import type { DraftRefusal } from '../../../contracts/submission.ts'
import type { Said } from '../said.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import type { Draft } from '../learnerState.ts'
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

/** The last one last, so that it stands nearest to what it is about. */
const countRefusal = (refusals: NonNullable<Draft['refusals']>, reason: DraftRefusal) => {
  const count = refusals.find((refusal) => refusal.reason === reason)?.count ?? 0
  return [...refusals.filter((refusal) => refusal.reason !== reason), { reason, count: count + 1 }]
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
  const known: Draft = drafts[stepId] ?? { revision: 0, items: [], messageId: null }
  const taken = takeItem(assignment, known.items, message)
  const draft = {
    ...known,
    revision: known.revision + 1,
    ...('item' in taken
      ? { items: [...known.items, taken.item] }
      : { refusals: countRefusal(known.refusals ?? [], taken.refused) }),
  }
  const after: Turn = { ...turn, state: { ...turn.state, drafts: keepDraft(drafts, stepId, draft) } }
  return answer(after, draftEffect(after, { stepId, releaseId: release.id, draft }))
}
