import { marksOf } from './grading/markOf.ts'
import { quizSettings } from './quizSettings.ts'
import type { Quiz } from './quizTypes.ts'

export type SettingsProblem = 'pickTooMany' | 'pickUnequal' | 'bandEmpty' | 'bandsAlike'

/** What of a quiz's settings cannot be; empty when all is well. */
export const settingsProblems = (quiz: Quiz): SettingsProblem[] => {
  const { pickCount, bands } = quizSettings(quiz)
  const marks = new Set(quiz.questions.map(marksOf))
  const problems: SettingsProblem[] = []
  if (pickCount > quiz.questions.length) problems.push('pickTooMany')
  // Else some would be asked for more marks than others.
  if (pickCount > 0 && pickCount < quiz.questions.length && marks.size > 1) problems.push('pickUnequal')
  if (bands.some(({ text }) => text === '')) problems.push('bandEmpty')
  if (new Set(bands.map(({ from }) => from)).size < bands.length) problems.push('bandsAlike')
  return problems
}
