import { hashText } from './hashText.ts'
import { quizSettings } from './quizSettings.ts'
import type { Quiz, QuizQuestion } from './quizTypes.ts'

/** Who is asked: what is drawn by lot follows from this alone, so that it is the same whenever it is asked for. */
export type AttemptSeed = { learnerId: string; stepId: string; attempt: number }

/** Things in an order that a text of each decides. */
export const inDrawnOrder = <Thing>(things: readonly Thing[], textOf: (thing: Thing) => string): Thing[] =>
  things
    .map((thing) => ({ thing, key: hashText(textOf(thing)) }))
    .sort((a, b) => a.key - b.key)
    .map(({ thing }) => thing)

/** The questions of an attempt, in their order. */
export const questionsAsked = (quiz: Quiz, seed: AttemptSeed): QuizQuestion[] => {
  const { pickCount, areQuestionsShuffled } = quizSettings(quiz)
  const { questions } = quiz
  const isPicked = pickCount > 0 && pickCount < questions.length
  if (!isPicked && !areQuestionsShuffled) return questions
  const from = `${seed.learnerId} ${seed.stepId} ${seed.attempt}`
  const drawn = inDrawnOrder(questions, ({ id }) => `${from} drawn ${id}`)
  const picked = isPicked ? drawn.slice(0, pickCount) : drawn
  return areQuestionsShuffled ? picked : questions.filter((question) => picked.includes(question))
}

/** How many questions an attempt has. */
export const countAsked = (quiz: Quiz): number => {
  const { pickCount } = quizSettings(quiz)
  const { length } = quiz.questions
  return pickCount > 0 ? Math.min(pickCount, length) : length
}
