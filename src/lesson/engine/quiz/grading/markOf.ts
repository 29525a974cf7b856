import type { Quiz, QuizQuestion } from '../quizTypes.ts'
import { quizSettings } from '../quizSettings.ts'

export const marksOf = ({ marks }: Pick<QuizQuestion, 'marks'>): number => marks ?? 1

/** What an answer earns; less than nothing where wrong ones cost something. */
export const markOf = (quiz: Quiz, question: QuizQuestion, credit: number): number => {
  const lost = credit === 0 ? -quizSettings(quiz).negativeMarks / 100 : 0
  const mark = marksOf(question) * (credit + lost)
  return Math.round(mark * 1e6) / 1e6 || 0
}
