import fc from 'fast-check'

import type { UnlockRule } from '../engine/rules/rule.ts'
import { gradings, revealings, type AnswerFileKind, type QuizSettings } from '../engine/quiz/quizTypes.ts'
import { buildAssignment } from './buildAssignment.ts'
import { buildQuiz, type QuestionDraft } from './buildQuiz.ts'
import type { StepDraft } from './buildRelease.ts'
import { drawnCondition, drawnRules } from './drawnRules.ts'
import { uuidOf } from './uuidOf.ts'

/** Steps are told from each other by these. */
export const stepNumber = fc.nat({ max: 9 })

const choice: fc.Arbitrary<QuestionDraft> = fc.record({
  right: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 2 }),
  // Explanations of this length have no place in a poll.
  explanation: fc.constantFrom(null, 'why', 'why '.repeat(100)),
  marks: fc.constantFrom(1, 1, 1, 2, 0.5),
})
const explanation = fc.constantFrom(null, 'why')
const others: fc.Arbitrary<QuestionDraft> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    explanation,
    match: fc.constantFrom('caseInsensitive', 'exact', 'contains', 'regex'),
    answers: fc.constantFrom<string[]>(['Сеул'], ['a', 'Сеул']),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    explanation,
    value: fc.constantFrom(3.5, 0, -1e6),
    tolerance: fc.constantFrom(0, 0.5),
  }),
  fc.record({ kind: fc.constant('order' as const), explanation, marks: fc.constantFrom(1, 3) }),
  fc.record({ kind: fc.constant('match' as const), explanation }),
  fc.record({
    kind: fc.constant('file' as const),
    explanation,
    accepts: fc.constantFrom<AnswerFileKind[]>([], ['photo']),
  }),
  fc.record({ kind: fc.constant('voice' as const), explanation, maxSeconds: fc.constantFrom(null, 10) }),
)
const revealing = fc.constantFrom(...revealings)
const settings: fc.Arbitrary<Partial<QuizSettings>> = fc.record(
  {
    maxAttempts: fc.constantFrom(0, 1, 2),
    grading: fc.constantFrom(...gradings),
    whenFailed: fc.constantFrom('hold', 'continue'),
    pickCount: fc.constantFrom(0, 1, 2),
    areQuestionsShuffled: fc.boolean(),
    timeLimit: fc.constantFrom(0, 60, 3000),
    timeUp: fc.constantFrom('submit', 'discard'),
    negativeMarks: fc.constantFrom(0, 33, 100),
    hasPartialCredit: fc.boolean(),
    showCorrectness: revealing,
    showFeedback: revealing,
    showAnswer: revealing,
    bands: fc.constantFrom([], [{ from: 0, text: 'Again' }], [{ from: 50, text: 'Well done' }]),
  },
  { requiredKeys: [] },
)
const quizStep = fc
  .record({
    questions: fc.array(fc.oneof({ weight: 3, arbitrary: choice }, { weight: 2, arbitrary: others }), {
      minLength: 1,
      maxLength: 3,
    }),
    passingPercentage: fc.constantFrom(0, 50, 100),
    isShuffled: fc.boolean(),
    settings: fc.option(settings, { nil: undefined }),
  })
  .map(({ questions, ...parts }) => ({ stepType: 'quiz' as const, quiz: buildQuiz(questions, parts) }))

const assignmentStep = fc
  .record({
    maxAttempts: fc.constantFrom(0, 1, 3),
    maxPoints: fc.constantFrom(null, 10),
    isBlockingWhilePending: fc.boolean(),
    autoApproveDays: fc.constantFrom(null, null, 0, 1),
    cutOff: fc.constantFrom(null, null, { afterDays: 1 }),
  })
  .map((parts) => ({ stepType: 'assignment' as const, assignment: buildAssignment(parts) }))

const kind = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: quizStep },
  { weight: 1, arbitrary: assignmentStep },
)

/** Around the time at which stories are told. */
const ruleHours = fc.integer({ min: -2, max: 48 })
const unlock: fc.Arbitrary<UnlockRule> = fc
  .tuple(
    drawnRules(drawnCondition(stepNumber.map(uuidOf), Date.parse('2026-03-01T10:00:00.000Z'), ruleHours)),
    fc.constantFrom('hidden' as const, 'greyed' as const),
  )
  .map(([rule, show]) => ({ ...rule, show }))

/** Steps of a release, of any kind. The same few come, go and change places from release to release. */
export const drawnSteps = (minLength: number): fc.Arbitrary<StepDraft[]> =>
  fc
    .uniqueArray(
      fc.record({
        number: stepNumber,
        isRequired: fc.boolean(),
        kind,
        unlock: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: unlock }),
      }),
      {
        selector: ({ number }) => number,
        minLength,
        maxLength: 7,
      },
    )
    .map((steps) =>
      steps.map((step): StepDraft => ({
        id: uuidOf(step.number),
        isRequired: step.isRequired,
        ...step.kind,
        ...(step.unlock === undefined ? {} : { unlock: step.unlock }),
      })),
    )
