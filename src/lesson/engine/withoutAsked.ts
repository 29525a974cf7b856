import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import type { LearnerState } from './learnerState.ts'

/** Buttons that go on with what was asked for. */
const goesOn: Record<NonNullable<LearnerState['asked']>['for'], ReadonlySet<string>> = {
  timeZone: new Set(['set']),
  ratingComment: new Set(['rate', 'skip']),
  erasure: new Set(['erase']),
}

/** Whoever does something else is asked for nothing any more: what they say then is meant for their step. */
export const withoutAsked = (state: LearnerState, event: LessonEvent): LearnerState => {
  const { asked, ...rest } = state
  if (asked === undefined) return state
  const isMeant =
    event.type === 'message' ||
    event.type === 'pollAnswer' ||
    (event.type === 'tap' && goesOn[asked.for].has(event.tap.action))
  return isMeant ? state : rest
}
