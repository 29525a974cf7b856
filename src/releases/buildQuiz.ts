import { hashText } from '../lesson/engine/quiz/hashText.ts'
import { maxAnswerMegabytes } from '../lesson/engine/quiz/maxAnswerMegabytes.ts'
import { defaultQuizSettings } from '../lesson/engine/quiz/quizSettings.ts'
import type { Quiz, QuizQuestion, QuizSettings } from '../lesson/engine/quiz/quizTypes.ts'
import { idOf } from '../operations/idOf.ts'
import type { Step } from '../payload-types.ts'
import { textOrNull } from './textOrNull.ts'

type StoredQuiz = NonNullable<Step['quiz']>
type StoredQuestion = NonNullable<StoredQuiz['questions']>[number]
type Stored<Kind extends StoredQuestion['blockType']> = Extract<StoredQuestion, { blockType: Kind }>

const trimmed = (text: string | null | undefined): string => (text ?? '').trim()

/** Ids that rows have are made one after another: of things whose order is the answer they would tell it. */
const sealedId = (...parts: (string | number)[]): string => hashText(parts.join(' ')).toString(36)

const optionsOf = (question: Stored<'single' | 'multiple'>) =>
  (question.options ?? []).map((option, place) => {
    const media = idOf(option.media)
    return {
      id: option.id ?? `option-${place + 1}`,
      text: trimmed(option.text),
      isCorrect: option.isCorrect ?? false,
      explanation: textOrNull(option.explanation),
      ...(media === null ? {} : { media }),
    }
  })

const itemsOf = (question: Stored<'order'>, id: string) =>
  (question.items ?? []).map((item, place) => ({
    id: sealedId(id, 'item', item.id ?? place),
    text: trimmed(item.text),
  }))

/** Equal rights are one. */
const pairsOf = (question: Stored<'match'>, id: string) => {
  const pairs = question.pairs ?? []
  const texts = [...new Set(pairs.map(({ right }) => trimmed(right)))]
  const rights = texts.map((text) => ({ id: sealedId(id, 'right', text), text }))
  const lefts = pairs.flatMap((pair, place) => {
    const text = trimmed(pair.left)
    const right = trimmed(pair.right)
    const leftId = sealedId(id, 'left', pair.id ?? place)
    return text === '' ? [] : [{ id: leftId, text, rightId: sealedId(id, 'right', right) }]
  })
  return { lefts, rights }
}

/** Rows made by the editor have ids; those written by others are told apart by their places. */
const buildQuestion = (question: StoredQuestion, index: number): QuizQuestion => {
  const id = question.id ?? `question-${index + 1}`
  const marks = question.marks ?? 1
  const shared = {
    id,
    text: trimmed(question.text),
    media: idOf(question.media),
    explanation: textOrNull(question.explanation),
    // Nothing where the author chose nothing, so that quizzes of before there were marks stay the same.
    ...(marks === 1 ? {} : { marks }),
  }
  switch (question.blockType) {
    case 'single':
    case 'multiple':
      return { ...shared, kind: question.blockType, options: optionsOf(question) }
    case 'text':
      return {
        ...shared,
        kind: 'text',
        match: question.match ?? 'caseInsensitive',
        answers: (question.answers ?? []).map(({ text }) => trimmed(text)),
      }
    case 'number':
      return {
        ...shared,
        kind: 'number',
        value: question.value ?? null,
        tolerance: Math.max(0, question.tolerance ?? 0),
      }
    case 'order':
      return { ...shared, kind: 'order', items: itemsOf(question, id) }
    case 'match':
      return { ...shared, kind: 'match', ...pairsOf(question, id) }
    case 'file': {
      const megabytes = Math.min(maxAnswerMegabytes, question.maxMegabytes ?? maxAnswerMegabytes)
      return { ...shared, kind: 'file', accepts: question.accepts ?? [], maxBytes: megabytes * 2 ** 20 }
    }
    case 'voice':
      return { ...shared, kind: 'voice', maxSeconds: question.maxSeconds ?? null }
  }
}

const chosenSettings = (quiz: Partial<StoredQuiz>): QuizSettings => {
  const byDefault = defaultQuizSettings
  return {
    maxAttempts: quiz.maxAttempts ?? byDefault.maxAttempts,
    grading: quiz.grading ?? byDefault.grading,
    whenFailed: quiz.whenFailed ?? byDefault.whenFailed,
    pickCount: quiz.pickCount ?? byDefault.pickCount,
    areQuestionsShuffled: quiz.areQuestionsShuffled ?? byDefault.areQuestionsShuffled,
    // The author counts minutes.
    timeLimit: Math.round((quiz.timeLimit ?? 0) * 60),
    timeUp: quiz.timeUp ?? byDefault.timeUp,
    negativeMarks: quiz.negativeMarks ?? byDefault.negativeMarks,
    hasPartialCredit: quiz.hasPartialCredit ?? byDefault.hasPartialCredit,
    showCorrectness: quiz.showCorrectness ?? byDefault.showCorrectness,
    showFeedback: quiz.showFeedback ?? byDefault.showFeedback,
    showAnswer: quiz.showAnswer ?? byDefault.showAnswer,
    bands: (quiz.bands ?? []).map(({ from, text }) => ({ from: from ?? 0, text: trimmed(text) })),
  }
}

/** Those that differ from the defaults. */
const settingsOf = (quiz: Partial<StoredQuiz>): Pick<Quiz, 'settings'> => {
  const defaults: Record<string, unknown> = defaultQuizSettings
  const differing = Object.entries(chosenSettings(quiz)).filter(([name, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== defaults[name],
  )
  return differing.length === 0 ? {} : { settings: Object.fromEntries(differing) }
}

/** What a release keeps of a quiz. */
export const buildQuiz = (quiz: Step['quiz']): Quiz => ({
  questions: (quiz?.questions ?? []).map(buildQuestion),
  passingPercentage: quiz?.passingPercentage ?? 0,
  isShuffled: quiz?.isShuffled ?? false,
  ...settingsOf(quiz ?? {}),
})
