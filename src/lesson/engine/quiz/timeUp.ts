import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { showStep } from '../showStep.ts'
import { stepStateOf } from '../stepStateOf.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { closeAttempt } from './closeAttempt.ts'
import { finishQuiz } from './finishQuiz.ts'
import { openAttempt, type OpenAttempt } from './openAttempt.ts'
import { quizSettings } from './quizSettings.ts'
import { isOverdue } from './secondsLeft.ts'

const endOf = ({ quiz }: OpenAttempt) =>
  quizSettings(quiz).timeUp === 'submit' ? ('timeUp' as const) : ('discarded' as const)

const isBefore = ({ state }: Turn, { attempt }: OpenAttempt): boolean =>
  state.view === 'question' && state.stepId === attempt.stepId

/** Ends the attempt of somebody who is elsewhere in the course: they are told, and stay where they are. */
const endElsewhere = (turn: Turn, asked: OpenAttempt): { closed: Turn; told: LessonEffect } => {
  const { attempt, release, quiz } = asked
  const ended = endOf(asked)
  const { closed, percent, isPassed } = closeAttempt(turn, asked, ended)
  const told: LessonEffect = {
    type: 'quizTimeUp',
    releaseId: release.id,
    stepId: attempt.stepId,
    percent: ended === 'timeUp' ? percent : null,
    isPassed: ended === 'discarded' || quiz.passingPercentage === 0 ? null : isPassed,
  }
  return { closed, told }
}

/** Ends an attempt to which a learner comes too late, and shows what became of it. */
export const endOverdue = (turn: Turn, asked: OpenAttempt): AdvanceResult => {
  if (isBefore(turn, asked)) return finishQuiz(turn, asked, endOf(asked))
  const { closed, told } = endElsewhere(turn, asked)
  const shown = showStep(closed, asked.release, asked.attempt.stepId)
  return { ...shown, effects: [told, ...shown.effects] }
}

/** The time of an attempt has come; nothing when it was finished before, or when its quiz has gone. */
export const timeUp = (
  turn: Turn,
  { stepId, attempt }: { stepId: string; attempt: number },
): AdvanceResult => {
  const asked = openAttempt(turn, stepId)
  if (asked === null || asked.attempt.number !== attempt) return answer(turn)
  if (stepStateOf(turn.state, stepId) === null || !isOverdue(asked.attempt, turn.now)) return answer(turn)
  if (isBefore(turn, asked)) return finishQuiz(turn, asked, endOf(asked))
  const { closed, told } = endElsewhere(turn, asked)
  return answer(closed, told)
}
