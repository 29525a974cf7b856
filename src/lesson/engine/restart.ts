import { showWelcome } from './showWelcome.ts'
import type { Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'
import type { AssignmentRecord, LearnerState } from './learnerState.ts'

/** Reviews of what was handed in before say nothing any more; what was approved once need not be done again. */
const earlierAnswers = (record: AssignmentRecord): AssignmentRecord => ({
  ...record,
  status: null,
  ...(record.status === 'approved' && { wasApproved: true as const }),
  ...(record.status === 'pending' && {
    waived: (record.waived ?? 0) + 1,
    awaited: [...(record.awaited ?? []), record.attempt],
  }),
})

const attemptsOf = ({ steps, earlier }: LearnerState): NonNullable<LearnerState['earlier']> => ({
  ...earlier,
  ...Object.fromEntries(
    Object.entries(steps).flatMap(([id, { quiz, assignment }]) =>
      quiz || assignment
        ? [[id, { ...(quiz && { quiz }), ...(assignment && { assignment: earlierAnswers(assignment) }) }]]
        : [],
    ),
  ),
})

/**
 * Begins the course anew: nothing is done and nothing open. What was done stays known: facts, the first completion,
 * bookmarks, and attempts at quizzes and assignments, which are numbered on.
 */
export const restart = (turn: Turn): AdvanceResult => {
  const { quiz: _quiz, drafts: _drafts, unlocked: _unlocked, ...state } = turn.state
  const anew: LearnerState = {
    ...state,
    releaseId: turn.newest.id,
    stepId: null,
    steps: {},
    earlier: attemptsOf(turn.state),
    status: 'active',
  }
  const fact = { type: 'restarted' as const, stepId: null, releaseId: turn.newest.id, data: {} }
  return showWelcome({ ...turn, state: anew, facts: [...turn.facts, fact] })
}
