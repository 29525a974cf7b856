import type { Step } from '../../../src/payload-types.ts'
import { question, quizStep } from '../../../tests/factories/quizStep.ts'
import { richText } from '../../../tests/factories/richText.ts'
import { stepText, stepTitle } from '../scene.ts'

/** Steps that a learner takes while the mix happens once. */
export const stepsPerCycle = 24
const cycles = 2

/** What is done on the n-th step of a cycle before going on: at each moment of the way about the same. */
const quizAt: ReadonlySet<number> = new Set([6, 15])
const assignmentAt = 20
const contentsAt: ReadonlySet<number> = new Set([2, 9, 12, 18])

/** Past what a poll has a place for, so that the question has buttons and its answer needs no id of a poll. */
const explanation = 'It is so because the step before has said so, and shown it once. '.repeat(4)
const questions = ['first', 'second', 'third', 'fourth'].map((which) =>
  question(`What does the ${which} sentence of the step say?`, ['*The thing', 'Another', 'None of them'], {
    explanation,
  }),
)

/** What a step is beside its text. */
const kindOf = (index: number): Partial<Step> => {
  if (quizAt.has(index)) return quizStep(stepTitle(index), questions)
  // Who goes on does not wait for the review.
  const handedIn = { accepts: ['text' as const], isBlockingWhilePending: false }
  return index === assignmentAt
    ? { stepType: 'assignment', assignment: { ...handedIn, grading: 'passFail', autoApprove: 'never' } }
    : {}
}

/** The steps of the course in which the mix happens. */
export const mixSteps = (): Partial<Step>[] =>
  Array.from({ length: stepsPerCycle * cycles }, (_, index) => ({
    ...kindOf(index % stepsPerCycle),
    title: stepTitle(index),
    content: richText(stepText),
  }))

/** What is handed in for an assignment. */
export const answerText = stepText.slice(0, 200)

/** Whether somebody who stands on the step looks at the contents before going on. */
export const isLookedUp = (index: number): boolean => contentsAt.has(index % stepsPerCycle)
