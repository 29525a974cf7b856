import type { NoticeKey } from '../../../contracts/effects/saidKeys.ts'
import { previousStep } from '../previousStep.ts'
import { stepStateOf } from '../stepStateOf.ts'
import { timeAfter } from '../timeAfter.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult, EngineRecord } from '../advanceResult.ts'
import type { AssignmentStep, Release } from '../release.ts'
import { applyVerdict } from './applyVerdict.ts'
import { deadlinesOf } from './deadlinesOf.ts'
import { nextFromAssignment } from './nextFromAssignment.ts'
import { openAssignment } from './openAssignment.ts'
import { stageOf, type AssignmentStage } from './stageOf.ts'

const dayMs = 24 * 60 * 60 * 1000

const refusals: Partial<Record<AssignmentStage, NoticeKey>> = {
  closed: 'assignmentClosed',
  noAttempts: 'noAttemptsLeft',
}

/** Hands in what is collected, as the next attempt. */
const submit = (turn: Turn, step: AssignmentStep, release: Release): Turn => {
  const { state, now } = turn
  const { assignment, id: stepId } = step
  const known = stepStateOf(state, stepId) ?? { openedAt: now, completedAt: null, timeSpent: 0 }
  const attempt = (known.assignment?.attempts ?? 0) + 1
  const { [stepId]: draft, ...drafts } = state.drafts ?? {}
  const { dueAt } = deadlinesOf(assignment, known.openedAt)
  const isLate = dueAt !== null && Date.parse(now) > Date.parse(dueAt)
  const items = draft?.items ?? []
  const { autoApproveDays } = assignment
  const isApproved = autoApproveDays === 0
  const record = {
    ...{ attempts: attempt, attempt, status: 'pending' as const, submittedAt: now, isLate },
    ...{ best: known.assignment?.best ?? null, maxScore: assignment.maxPoints },
    ...{ score: null, comment: null, voice: null },
    ...(known.assignment?.wasApproved && { wasApproved: true as const }),
    ...(known.assignment?.waived !== undefined && { waived: known.assignment.waived }),
    ...(known.assignment?.awaited !== undefined && { awaited: known.assignment.awaited }),
  }
  const records: EngineRecord[] = [
    {
      type: 'submission',
      ...{ stepId, stepTitle: step.title, releaseId: release.id, attempt, items, isLate },
      maxScore: assignment.maxPoints,
      isApproved,
      submittedAt: now,
    },
  ]
  const approvedAt =
    autoApproveDays !== null && autoApproveDays > 0 ? timeAfter(now, autoApproveDays * dayMs) : null
  if (approvedAt !== null)
    records.push({ type: 'timer', ...{ kind: 'autoApprove', stepId, attempt }, dueAt: approvedAt })
  const handedIn: Turn = {
    ...turn,
    state: { ...state, drafts, steps: { ...state.steps, [stepId]: { ...known, assignment: record } } },
    records: [...turn.records, ...records],
    facts: [
      ...turn.facts,
      {
        type: 'assignment_submitted',
        ...{ stepId, releaseId: release.id, data: { attempt, isLate, items: items.length } },
      },
    ],
  }
  const verdict = { verdict: 'approved' as const, score: assignment.maxPoints, comment: null, voice: null }
  return isApproved ? applyVerdict(handedIn, stepId, { ...verdict, isAutomatic: true }) : handedIn
}

/** "Send for review": numbered, and not to be changed any more. */
export const sendAnswer = (turn: Turn): AdvanceResult => {
  const open = openAssignment(turn)
  if (open === null) return answer(turn, { type: 'toast', key: 'buttonOutdated' })
  const { step, release } = open
  const stage = stageOf(turn, step.id, step.assignment)
  const refusal = refusals[stage]
  if (refusal !== undefined) return answer(turn, { type: 'notice', key: refusal })
  if (stage === 'pending' || stage === 'approved')
    return answer(turn, { type: 'toast', key: 'buttonOutdated' })
  if ((turn.state.drafts?.[step.id]?.items.length ?? 0) === 0)
    return answer(turn, { type: 'toast', key: 'draftEmpty' })

  const handedIn = submit(turn, step, release)
  const state = {
    ...handedIn.state,
    version: handedIn.state.version + 1,
    view: 'submitted' as const,
    releaseId: release.id,
  }
  const record = stepStateOf(state, step.id)?.assignment
  const releases = { viewed: release, newest: turn.newest }
  return answer(
    { ...handedIn, state },
    {
      type: 'submitted',
      ...{ releaseId: release.id, version: state.version, stepId: step.id },
      attempt: record?.attempts ?? 1,
      isLate: record?.isLate ?? false,
      isApproved: record?.status === 'approved',
      hasBack: previousStep(releases, state, step.id) !== null,
      next: nextFromAssignment(releases, state, step.id),
    },
  )
}
