import fc from 'fast-check'

import { fileKinds, type LessonEvent } from '../../contracts/lessonEvent.ts'
import type { SystemEvent } from '../engine/systemEvent.ts'
import { asideTap, type AsideTap } from './asideTap.ts'
import { buildRelease, type StepDraft } from './buildRelease.ts'
import { drawnSteps, stepNumber } from './drawnSteps.ts'
import { leadOn } from './leadOn.ts'
import type { Learner, PlainAction } from './learner.ts'
import { uuidOf } from './uuidOf.ts'

const option = fc.nat({ max: 3 })
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
  /** What was waited for: `back` tells which, from the last on. It may come before its time, or again. */
  | { kind: 'timer'; back: number; isDue: boolean }
  | { kind: 'aside'; tap: AsideTap; age: number }
  | { kind: 'event'; event: LessonEvent }
  | { kind: 'publish'; steps: StepDraft[] }

const event: fc.Arbitrary<LessonEvent> = fc.oneof(
  fc.record({ type: fc.constant('start' as const), payload: fc.option(fc.string({ maxLength: 64 })) }),
  fc.record({
    type: fc.constant('command' as const),
    command: fc.constantFrom(
      ...([
        'help',
        'progress',
        'contents',
        'bookmarks',
        'resume',
        'settings',
        'rate',
        'restart',
        'deleteMe',
        'unknown',
      ] as const),
    ),
  }),
  fc.record({
    type: fc.constant('message' as const),
    kind: fc.constantFrom('text', 'other'),
    text: fc.oneof(
      fc.option(fc.string({ maxLength: 20 })),
      fc.constantFrom('Москва', 'Chi', 'UTC+3', 'very good '.repeat(200)),
    ),
    file: fc.constant(null),
    messageId: fc.nat(),
  }),
  fc.record({
    type: fc.constant('message' as const),
    kind: fc.constant('file' as const),
    text: fc.option(fc.string({ maxLength: 20 })),
    file: fc.record({
      kind: fc.constantFrom(...fileKinds),
      fileId: fc.constant('f'),
      uniqueId: fc.constant('u'),
      bytes: fc.option(fc.nat({ max: 2 ** 25 })),
      name: fc.option(fc.constantFrom('a.pdf', 'a.exe', '')),
      mimeType: fc.option(fc.constantFrom('application/pdf', '')),
      duration: fc.option(fc.nat({ max: 100 })),
      albumId: fc.option(fc.constantFrom('1', '2')),
    }),
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
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      isApproved: fc.boolean(),
      score: fc.option(fc.integer({ min: -5, max: 20 })),
      isLast: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('timer' as const),
      back: fc.constantFrom(0, 0, 0, 1),
      isDue: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('aside' as const), tap: asideTap, age }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('event' as const), event }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('publish' as const), steps: drawnSteps(0) }) },
)

export type StoryAct = Act & { gap: number }

/** A first release, and what the learner and the author do in turn. */
export const courseStories = fc.record({
  first: drawnSteps(1).map((steps) => buildRelease(1, steps)),
  acts: fc.array(
    fc.tuple(act, gap).map(([one, seconds]): StoryAct => ({ ...one, gap: seconds })),
    {
      maxLength: 50,
      size: '+1',
    },
  ),
})

const review = (
  { state }: Learner,
  { isApproved, score, isLast }: Extract<Act, { kind: 'review' }>,
): SystemEvent => {
  const [stepId, step] = Object.entries(state.steps).find(([, { assignment }]) => assignment) ?? []
  return {
    type: 'reviewed',
    stepId: stepId ?? uuidOf(77),
    attempt: (step?.assignment?.attempt ?? 1) - (isLast ? 0 : 1),
    ...{ verdict: isApproved ? 'approved' : 'rejected', score, comment: 'Well then', voice: null },
    isAutomatic: false,
  }
}

/** At its time, if that has come: the clock goes on until then. */
const timeUp = (learner: Learner, { back, isDue }: Extract<Act, { kind: 'timer' }>): SystemEvent | null => {
  const timer = learner.records.filter((record) => record.type === 'timer').at(-1 - back)
  if (timer === undefined) return null
  const { dueAt, kind, stepId, attempt } = timer
  if (isDue) learner.now = Math.max(learner.now, Date.parse(dueAt))
  return { type: 'timeUp', kind, stepId, attempt }
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
    case 'timer':
      return timeUp(learner, told)
    case 'event':
      return told.event
    case 'forward':
      return leadOn(learner, told.option)
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
    case 'aside':
      return { type: 'tap', tap: { ...told.tap, version } }
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
