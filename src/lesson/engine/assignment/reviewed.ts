import { isStepDone } from '../isStepDone.ts'
import { leadsToEnd } from '../leadsToEnd.ts'
import { stepStateOf } from '../stepStateOf.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { applyVerdict, type Verdict } from './applyVerdict.ts'
import { assignmentOf } from './assignmentOf.ts'
import { nextFromAssignment } from './nextFromAssignment.ts'
import { isHeldByAssignment } from './isHeldByAssignment.ts'
import { reviewedEarlier } from './reviewedEarlier.ts'
import { attemptsLeft, stageOf } from './stageOf.ts'

/** Whoever waits at the end for nothing but this is led there from where they are. */
const endFromElsewhere = (turn: Turn): 'finish' | null => {
  const { stepId, view } = turn.state
  if (stepId === null || !['step', 'quizResult', 'submitted'].includes(view)) return null
  return isStepDone(turn.state, stepId) && leadsToEnd(turn, { stepId, isReview: true }) ? 'finish' : null
}

/**
 * An answer has been reviewed. It changes nothing when that was not the one that waits. The learner is told wherever
 * they are, and stays there.
 */
export const reviewed = (
  turn: Turn,
  { stepId, attempt, ...verdict }: Verdict & { stepId: string; attempt: number },
): AdvanceResult => {
  const record = stepStateOf(turn.state, stepId)?.assignment
  if (record?.status !== 'pending' || record.attempt !== attempt) {
    const isApproved = verdict.verdict === 'approved'
    return answer(reviewedEarlier(turn, { stepId, attempt, isApproved })?.turn ?? turn)
  }
  const after = applyVerdict(turn, stepId, verdict)
  const { viewed, newest } = turn
  const release = [newest, viewed].find((one) => assignmentOf(one, stepId) !== null)
  const step = release === undefined ? null : assignmentOf(release, stepId)
  // The step is gone from the course: what was learned counts, and there is nothing to go back to.
  if (release === undefined || step === null) return answer(after)
  const stage = stageOf(after, stepId, step.assignment)
  const isStuck = stage === 'closed' || stage === 'noAttempts'
  const isHere = turn.state.stepId === stepId && ['step', 'submitted'].includes(turn.state.view)
  return answer(after, {
    type: 'reviewed',
    ...{ releaseId: release.id, version: after.state.version, stepId, attempt },
    verdict: verdict.verdict,
    score: verdict.score,
    maxScore: record.maxScore,
    comment: verdict.comment,
    voice: verdict.voice,
    canRetry: stage === 'rejected',
    attemptsLeft: attemptsLeft(step.assignment, record),
    isHeld: isStuck && isHeldByAssignment({ viewed: release, newest }, after.state, stepId),
    next:
      verdict.verdict !== 'approved'
        ? null
        : isHere
          ? nextFromAssignment(turn, after.state, stepId)
          : endFromElsewhere(after),
  })
}
