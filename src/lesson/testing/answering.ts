import type { LessonEvent, SentFile, Tap } from '../../contracts/lessonEvent.ts'
import type { QuizQuestion } from '../engine/quiz/quizTypes.ts'
import type { Learner } from './learner.ts'

const said = (text: string): LessonEvent => ({
  ...{ type: 'message', kind: 'text', text, file: null, messageId: 1 },
})

const sent = (kind: SentFile['kind']): LessonEvent => ({
  ...{ type: 'message', kind: 'file', text: null, messageId: 1 },
  file: {
    ...{ kind, fileId: 'f', uniqueId: 'u', bytes: 1, name: null, mimeType: null, duration: 1, albumId: null },
  },
})

const openQuestion = (learner: Learner): QuizQuestion | undefined => {
  const { quiz, releaseId } = learner.state
  const step = learner.release(releaseId)?.steps.find(({ id }) => id === quiz?.stepId)
  const questions = step?.stepType === 'quiz' ? step.quiz.questions : []
  return questions.find(({ id }) => id === quiz?.open?.questionId)
}

/** An answer to the question that is open, or what leads to one; `option`, 0–3, decides which. */
export const answering = (learner: Learner, option: number): LessonEvent => {
  const { version, quiz } = learner.state
  const tap = (one: Tap): LessonEvent => ({ type: 'tap', tap: one })
  const question = openQuestion(learner)
  const chosen = quiz?.open?.selected.length ?? 0
  const select = (needed: number, place: number) =>
    chosen >= needed && option !== 0
      ? tap({ action: 'submit', version })
      : tap({ action: 'select', version, option: place })
  switch (question?.kind) {
    case 'multiple':
      return select(1, option)
    case 'order':
      return select(question.items.length, option)
    case 'match':
      return select(
        question.lefts.length,
        chosen * question.rights.length + (option % question.rights.length),
      )
    case 'text':
      return said(option > 1 ? 'сеул' : 'Токио')
    case 'number':
      return said(['3,5', '3.5', '4', 'много'][option] ?? '')
    case 'file':
      return option === 0 ? said('вот') : sent('photo')
    case 'voice':
      return sent(option === 0 ? 'audio' : 'voice')
    default:
      return tap({ action: 'answer', version, option })
  }
}
