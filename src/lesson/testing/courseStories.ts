import fc from 'fast-check'

import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import { buildRelease } from './buildRelease.ts'
import type { Learner } from './learner.ts'
import { uuidOf } from './uuidOf.ts'

const stepNumber = fc.nat({ max: 9 })
/** The same few steps come, go and change places from release to release. */
const stepDrafts = (minLength: number) =>
  fc
    .uniqueArray(fc.record({ number: stepNumber, isRequired: fc.boolean() }), {
      selector: ({ number }) => number,
      minLength,
      maxLength: 7,
    })
    .map((steps) => steps.map(({ number, isRequired }) => ({ id: uuidOf(number), isRequired })))

const gap = fc.oneof(fc.nat({ max: 1000 }), fc.integer({ min: -100, max: 5000 }))
/** Mostly the button of the present view, sometimes an older or an invented one. */
const age = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 3 }) },
)

type Act =
  | { kind: 'tap'; action: 'begin' | 'next' | 'back' | 'contents' | 'resume'; age: number }
  | { kind: 'open'; step: number; age: number }
  | { kind: 'event'; event: LessonEvent }
  | { kind: 'publish'; steps: { id: string; isRequired: boolean }[] }

const event: fc.Arbitrary<LessonEvent> = fc.oneof(
  fc.record({ type: fc.constant('start' as const), payload: fc.option(fc.string({ maxLength: 64 })) }),
  fc.record({
    type: fc.constant('command' as const),
    command: fc.constantFrom('help', 'progress', 'contents', 'resume', 'unknown'),
  }),
  fc.record({ type: fc.constant('message' as const), kind: fc.constantFrom('text', 'other') }),
  fc.constant({ type: 'unreadableTap' as const }),
  fc.record({ type: fc.constant('membership' as const), isBlocked: fc.boolean() }),
)

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      action: fc.constantFrom('next', 'next', 'next', 'begin', 'back', 'contents', 'resume'),
      age,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open' as const), step: stepNumber, age }) },
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
      maxLength: 40,
    },
  ),
})

/** What an act of a story is as an event for this learner; null when it is the author's. */
export const eventOf = (learner: Learner, told: StoryAct): LessonEvent | null => {
  if (told.kind === 'publish') return null
  if (told.kind === 'event') return told.event
  const version = Math.max(0, learner.state.version + told.age)
  return told.kind === 'open'
    ? { type: 'tap', tap: { action: 'open', version, stepId: uuidOf(told.step) } }
    : { type: 'tap', tap: { action: told.action, version } }
}
