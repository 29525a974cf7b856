import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { QuizQuestion } from '../engine/quiz/quizTypes.ts'
import type { Learner } from './learner.ts'

type Asked = Extract<LessonEffect, { type: 'question' }>

const questionIn = (learner: Learner, asked: Asked): QuizQuestion => {
  const step = learner.release(asked.releaseId)?.steps.find(({ id }) => id === asked.stepId)
  const questions = step?.stepType === 'quiz' ? step.quiz.questions : []
  const question = questions.find(({ id }) => id === asked.questionId)
  if (question === undefined) throw new Error('the release does not hold the question')
  return question
}

/** Answers the question that is open, with its buttons or with a message, and rightly. */
export const answerRightly = (learner: Learner): LessonEffect[] => {
  const [asked] = learner.command('resume')
  // Its time was over.
  if (asked?.type === 'quizResult') return learner.effects
  if (asked?.type !== 'question') throw new Error('no question is open')
  const question = questionIn(learner, asked)
  const tap = (action: 'answer' | 'select' | 'deselect', option: number) =>
    learner.act({ type: 'tap', tap: { action, version: learner.state.version, option } })
  const placeOf = (id: string) => asked.options.indexOf(id)
  const takeBack = (places: number[]) => places.reverse().forEach((place) => tap('deselect', place))
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const isRight = (id: string) => question.options.some((option) => option.id === id && option.isCorrect)
      if (question.kind === 'single') return tap('answer', asked.options.findIndex(isRight))
      asked.options.forEach((id, place) => tap(isRight(id) ? 'select' : 'deselect', place))
      return learner.tap('submit')
    }
    case 'order':
      takeBack([...asked.selected])
      question.items.forEach(({ id }) => tap('select', placeOf(id)))
      return learner.tap('submit')
    case 'match': {
      const { length } = asked.options
      takeBack(asked.selected.map((_, left) => left))
      question.lefts.forEach(({ rightId }, left) => tap('select', left * length + placeOf(rightId)))
      return learner.tap('submit')
    }
    case 'text':
      return learner.say(question.answers[0] ?? '')
    case 'number':
      return learner.say(String(question.value))
    case 'file':
      return learner.sendFile(question.accepts[0] ?? 'document')
    case 'voice':
      return learner.sendFile('voice')
  }
}
