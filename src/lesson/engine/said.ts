import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import { takeAnswer } from './assignment/takeAnswer.ts'
import { answerByMessage } from './quiz/answerByMessage.ts'
import { ratingComment } from './rating/ratingComment.ts'
import { zoneTyped } from './settings/zoneTyped.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

export type Said = Extract<LessonEvent, { type: 'message' }>

/**
 * A message goes to the first that asked for one: what a setting or a rating asked for last, until the learner does
 * something else.
 */
export const said = (turn: Turn, message: Said): AdvanceResult => {
  const { asked, view } = turn.state
  const text = message.kind === 'text' ? message.text : null
  if (asked?.for === 'timeZone') return zoneTyped(turn, text)
  if (asked?.for === 'ratingComment') return ratingComment(turn, text)
  return (
    answerByMessage(turn, message) ??
    takeAnswer(turn, message) ??
    answer(turn, { type: 'notice', key: view === 'none' ? 'notStarted' : 'textNotExpected' })
  )
}
