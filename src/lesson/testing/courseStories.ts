import fc from 'fast-check'

import type { LessonEvent, Tap } from '../../contracts/lessonEvent.ts'
import type { SystemEvent } from '../engine/systemEvent.ts'
import { buildAssignment } from './buildAssignment.ts'
import { gradings, revealings } from '../engine/quiz/quizTypes.ts'
import { answering } from './answering.ts'
import { buildQuiz, type QuestionDraft } from './buildQuiz.ts'
import { buildRelease, type StepDraft } from './buildRelease.ts'
import type { Learner, PlainAction } from './learner.ts'
import { uuidOf } from './uuidOf.ts'

const stepNumber = fc.nat({ max: 9 })
const option = fc.nat({ max: 3 })
const marks = fc.constantFrom(1, 1, 3)
const choice = fc.record({
  right: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 2 }),
  // Explanations of this length have no place in a poll.
  explanation: fc.constantFrom(null, 'why', 'why '.repeat(100)),
  marks,
})
const otherKind = fc.record({
  kind: fc.constantFrom(...(['text', 'number', 'order', 'match', 'file', 'voice'] as const)),
  explanation: fc.constantFrom(null, 'why'),
  marks,
})
const moment = fc.constantFrom('during', 'during', ...revealings)
/** Whoever has no attempts left goes on: that there are none for good is told elsewhere. */
const settings = fc.record({
  maxAttempts: fc.constantFrom(0, 0, 1, 2),
  whenFailed: fc.constant('continue' as const),
  grading: fc.constantFrom(...gradings),
  pickCount: fc.nat({ max: 2 }),
  areQuestionsShuffled: fc.boolean(),
  timeLimit: fc.constantFrom(0, 0, 600),
  timeUp: fc.constantFrom('submit' as const, 'discard' as const),
  negativeMarks: fc.constantFrom(0, 33, 100),
  hasPartialCredit: fc.boolean(),
  showCorrectness: moment,
  showFeedback: moment,
  showAnswer: moment,
})
const stepQuiz = fc.record({
  questions: fc.array(fc.oneof<fc.Arbitrary<QuestionDraft>[]>(choice, choice, otherKind), {
    minLength: 1,
    maxLength: 3,
  }),
  passingPercentage: fc.constantFrom(0, 50, 100),
  isShuffled: fc.boolean(),
  settings: fc.option(settings, { nil: undefined }),
})
const stepAssignment = fc.record({
  maxAttempts: fc.constantFrom(0, 1, 3),
  maxPoints: fc.constantFrom(null, 10),
  isBlockingWhilePending: fc.boolean(),
  autoApproveDays: fc.constantFrom(null, null, 0, 1),
  cutOff: fc.constantFrom(null, null, { afterDays: 1 }),
})
type Drawn<Value> = Value extends fc.Arbitrary<infer Found> ? Found | null : never
type DrawnStep = {
  number: number
  isRequired: boolean
  quiz: Drawn<typeof stepQuiz>
  assignment: Drawn<typeof stepAssignment>
}
const draftOf = ({ number, isRequired, quiz, assignment }: DrawnStep): StepDraft => {
  const shared = { id: uuidOf(number), isRequired }
  if (assignment !== null)
    return { ...shared, stepType: 'assignment', assignment: buildAssignment(assignment) }
  if (quiz === null) return shared
  const { questions, ...settings } = quiz
  return { ...shared, stepType: 'quiz', quiz: buildQuiz(questions, settings) }
}
/** The same few steps come, go and change places from release to release. */
const stepDrafts = (minLength: number) =>
  fc
    .uniqueArray(
      fc.record({
        number: stepNumber,
        isRequired: fc.boolean(),
        quiz: fc.option(stepQuiz),
        assignment: fc.option(stepAssignment, { freq: 1 }),
      }),
      {
        selector: ({ number }) => number,
        minLength,
        maxLength: 7,
      },
    )
    .map((steps) => steps.map(draftOf))

const gap = fc.oneof(fc.nat({ max: 1000 }), fc.integer({ min: -100, max: 5000 }))
/** Mostly the button of the present view, sometimes an older or an invented one. */
const age = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 3 }) },
)

const pollsAgo = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 3 }) },
)

type Act =
  | { kind: 'tap'; action: PlainAction; age: number }
  | { kind: 'choose'; action: 'answer' | 'select' | 'deselect'; option: number; age: number }
  /** Whatever leads on from where the learner is, rightly or not. */
  | { kind: 'forward'; option: number }
  /** `poll`: how many polls ago the one was sent that is meant; -1: one of somebody else. */
  | { kind: 'vote'; poll: number; options: number[] }
  | { kind: 'receipt'; poll: number }
  | { kind: 'open'; step: number; age: number }
  | { kind: 'mark'; action: 'bookmark' | 'unbookmark'; step: number; age: number }
  /** Of the answer that waits for it, or of one before that. */
  | { kind: 'review'; isApproved: boolean; score: number | null; isLast: boolean }
  /** The time of the last attempt whose time is limited has come, or is said to. */
  | { kind: 'ring' }
  | { kind: 'event'; event: LessonEvent }
  | { kind: 'publish'; steps: StepDraft[] }

const event: fc.Arbitrary<LessonEvent> = fc.oneof(
  fc.record({ type: fc.constant('start' as const), payload: fc.option(fc.string({ maxLength: 64 })) }),
  fc.record({
    type: fc.constant('command' as const),
    command: fc.constantFrom('help', 'progress', 'contents', 'bookmarks', 'resume', 'restart', 'unknown'),
  }),
  fc.record({
    type: fc.constant('message' as const),
    kind: fc.constantFrom('text', 'other'),
    text: fc.option(fc.string({ maxLength: 20 })),
    file: fc.constant(null),
    messageId: fc.nat(),
  }),
  fc.constant({ type: 'unreadableTap' as const }),
  fc.record({ type: fc.constant('membership' as const), isBlocked: fc.boolean() }),
)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ kind: fc.constant('forward' as const), option }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      action: fc.constantFrom(
        ...([
          'next',
          'next',
          'next',
          'quiz',
          'quiz',
          'submit',
          'send',
          'clear',
          'begin',
          'back',
          'contents',
          'resume',
          'restart',
        ] as const),
      ),
      age,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      action: fc.constantFrom('answer', 'answer', 'select', 'deselect'),
      option,
      age,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('vote' as const),
      poll: pollsAgo,
      options: fc.array(option, { maxLength: 3 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('receipt' as const), poll: pollsAgo }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open' as const), step: stepNumber, age }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      action: fc.constantFrom('bookmark', 'bookmark', 'unbookmark'),
      step: stepNumber,
      age,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      isApproved: fc.boolean(),
      score: fc.option(fc.integer({ min: -5, max: 20 })),
      isLast: fc.constantFrom(true, true, true, false),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'ring' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('event' as const), event }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('publish' as const), steps: stepDrafts(0) }) },
)

export type StoryAct = Act & { gap: number }

/** A first release, and what the learner and the author do in turn. */
export const courseStories = fc.record({
  first: stepDrafts(1).map((steps) => buildRelease(1, steps)),
  acts: fc.array(
    fc.tuple(act, gap).map(([one, seconds]): StoryAct => ({ ...one, gap: seconds })),
    {
      maxLength: 50,
      size: '+1',
    },
  ),
})

const forward = (learner: Learner, option: number): LessonEvent => {
  const { state } = learner
  const { version } = state
  const tap = (one: Tap): LessonEvent => ({ type: 'tap', tap: one })
  const pollId = state.quiz?.open?.polls.at(-1)
  switch (state.view) {
    case 'none':
      return { type: 'start', payload: null }
    case 'welcome':
      return tap({ action: 'begin', version })
    case 'step': {
      const step = learner.release(state.releaseId)?.steps.find(({ id }) => id === state.stepId)
      if (step?.stepType === 'assignment' && option > 0)
        return option > 1
          ? { type: 'message', kind: 'text', text: 'my answer', file: null, messageId: 1 }
          : tap({ action: 'send', version })
      return tap({ action: option > 0 ? 'quiz' : 'next', version })
    }
    case 'submitted':
      return tap({ action: 'next', version })
    case 'question':
      return pollId === undefined
        ? answering(learner, option)
        : { type: 'pollAnswer', pollId, options: [option] }
    case 'quizResult':
      return tap({ action: option > 1 ? 'quiz' : 'next', version })
    case 'completion':
      return { type: 'command', command: 'contents' }
  }
}

const review = (
  { state }: Learner,
  { isApproved, score, isLast }: Extract<Act, { kind: 'review' }>,
): SystemEvent => {
  const [stepId, step] = Object.entries(state.steps).find(([, { assignment }]) => assignment) ?? []
  return {
    type: 'reviewed',
    stepId: stepId ?? uuidOf(77),
    attempt: (step?.assignment?.attempt ?? 1) - (isLast ? 0 : 1),
    ...{ verdict: isApproved ? 'approved' : 'rejected', score, comment: 'Why so', voice: null },
    isAutomatic: false,
  }
}

/** What an act of a story is as an event for this learner; null when it is none of theirs. */
export const eventOf = (learner: Learner, told: StoryAct): LessonEvent | SystemEvent | null => {
  const version = 'age' in told ? Math.max(0, learner.state.version + told.age) : 0
  switch (told.kind) {
    case 'publish':
    case 'receipt':
      return null
    case 'review':
      return review(learner, told)
    case 'ring': {
      const timer = learner.records.findLast(
        (record) => record.type === 'timer' && record.kind === 'quizTime',
      )
      const { stepId, attempt } = timer?.type === 'timer' ? timer : { stepId: uuidOf(77), attempt: 1 }
      return { type: 'timeUp', kind: 'quizTime', stepId, attempt }
    }
    case 'event':
      return told.event
    case 'forward':
      return forward(learner, told.option)
    case 'vote': {
      const pollId = learner.polls.at(-1 - told.poll)?.pollId ?? 'of somebody else'
      return {
        type: 'pollAnswer',
        pollId: told.poll < 0 ? 'of somebody else' : pollId,
        options: told.options,
      }
    }
    case 'open':
      return { type: 'tap', tap: { action: 'open', version, stepId: uuidOf(told.step) } }
    case 'mark':
      return { type: 'tap', tap: { action: told.action, version, stepId: uuidOf(told.step) } }
    case 'choose':
      return { type: 'tap', tap: { action: told.action, version, option: told.option } }
    case 'tap':
      return { type: 'tap', tap: { action: told.action, version } }
  }
}

/** What happens without the learner's doing: a release, or the receipt of what they were sent. */
export const happen = (learner: Learner, told: StoryAct): void => {
  if (told.kind === 'publish') learner.publish(buildRelease(learner.newest().number + 1, told.steps))
  const sent = told.kind === 'receipt' && told.poll >= 0 ? learner.polls.at(-1 - told.poll) : undefined
  if (sent !== undefined) learner.learnPoll(sent)
}
