import type { Quiz, QuizSettings } from './quizTypes.ts'

export const defaultQuizSettings: QuizSettings = {
  maxAttempts: 0,
  grading: 'highest',
  whenFailed: 'hold',
  pickCount: 0,
  areQuestionsShuffled: false,
  timeLimit: 0,
  timeUp: 'submit',
  negativeMarks: 0,
  hasPartialCredit: false,
  showCorrectness: 'during',
  showFeedback: 'during',
  showAnswer: 'during',
  bands: [],
}

/** Releases keep what differs from the defaults, those of long ago keep nothing. */
export const quizSettings = ({ settings }: Pick<Quiz, 'settings'>): QuizSettings => ({
  ...defaultQuizSettings,
  ...settings,
})
