import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import { takeAnswer } from './assignment/takeAnswer.ts'
import { answerByMessage } from './quiz/answerByMessage.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './types.ts'

export type Said = Extract<LessonEvent, { type: 'message' }>

/** A message goes to the first that asked for one. */
export const said = (turn: Turn, message: Said): AdvanceResult =>
  answerByMessage(turn, message) ??
  takeAnswer(turn, message) ??
  answer(turn, {
    type: 'notice',
    key: turn.state.view === 'none' ? 'notStarted' : 'textNotExpected',
  })
