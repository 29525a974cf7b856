import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { Learner } from './learner.ts'

/** Answers the question that is open with its buttons, and rightly. */
export const answerRightly = (learner: Learner): LessonEffect[] => {
  const [asked] = learner.command('resume')
  if (asked?.type !== 'question') throw new Error('no question is open')
  const step = learner.release(asked.releaseId)?.steps.find(({ id }) => id === asked.stepId)
  const questions = step?.stepType === 'quiz' ? step.quiz.questions : []
  const question = questions.find(({ id }) => id === asked.questionId)
  if (question === undefined) throw new Error('the release does not hold the question')
  const tap = (action: 'answer' | 'select' | 'deselect', option: number) =>
    learner.act({ type: 'tap', tap: { action, version: learner.state.version, option } })
  const isRight = (id: string) => question.options.some((option) => option.id === id && option.isCorrect)
  if (question.kind === 'single') return tap('answer', asked.options.findIndex(isRight))
  asked.options.forEach((id, place) => tap(isRight(id) ? 'select' : 'deselect', place))
  return learner.tap('submit')
}
