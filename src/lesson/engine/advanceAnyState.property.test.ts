import fc from 'fast-check'
import { expect, it } from 'vitest'

import { courseStories, eventOf } from '../testing/courseStories.ts'
import { Learner } from '../testing/learner.ts'
import { advance } from './advance.ts'
import type { LearnerState } from './learnerState.ts'

it('should bear any state with any release', () => {
  const instant = fc.oneof(fc.constant('2026-03-01T10:00:00.000Z'), fc.string())
  const id = fc.oneof(fc.constantFrom('__proto__', 'constructor', ''), fc.uuid())
  const anyAnswers = fc.record({
    ...{ attempts: fc.nat(), attempt: fc.nat(), submittedAt: instant, isLate: fc.boolean() },
    status: fc.constantFrom(null, 'pending', 'approved', 'rejected'),
    best: fc.option(fc.nat({ max: 100 })),
    ...{ score: fc.option(fc.nat()), maxScore: fc.option(fc.nat()), comment: fc.option(fc.string()) },
    voice: fc.constant(null),
  })
  const anyStep = fc.record({
    ...{ openedAt: instant, completedAt: fc.option(instant), timeSpent: fc.nat() },
    assignment: fc.option(anyAnswers, { nil: undefined }),
  })
  const anyDraft = fc.record({
    revision: fc.nat(),
    items: fc.array(fc.record({ text: fc.option(fc.string()), file: fc.constant(null) }), {
      maxLength: 25,
    }),
    messageId: fc.option(fc.nat()),
  })
  const anyAttempt = fc.record({
    stepId: id,
    number: fc.nat(),
    key: fc.string(),
    total: fc.nat(),
    answered: fc.nat(),
    right: fc.nat(),
    isReview: fc.boolean(),
  })
  const anyState: fc.Arbitrary<LearnerState> = fc.record({
    version: fc.nat(),
    view: fc.constantFrom(
      ...([
        'none',
        'welcome',
        'step',
        'question',
        'quizResult',
        'submitted',
        'waiting',
        'completion',
      ] as const),
    ),
    releaseId: fc.option(id),
    stepId: fc.option(id),
    steps: fc.dictionary(id, anyStep, { maxKeys: 3 }),
    status: fc.constantFrom('invited', 'active', 'completed'),
    isBlocked: fc.boolean(),
    lastActionAt: fc.option(instant),
    completedAt: fc.option(instant),
    quiz: fc.option(anyAttempt, { nil: undefined }),
    drafts: fc.option(fc.dictionary(id, anyDraft, { maxKeys: 2 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(courseStories, anyState, id, fc.double(), instant, (story, state, stepId, rating, now) => {
      const learner = new Learner(story.first)
      learner.state = state
      for (const told of story.acts) {
        const event = eventOf(learner, told)
        if (event === null) continue
        const shown = event.type === 'tap' && event.tap.action === 'open' ? { ...event.tap, stepId } : null
        const tried = shown === null ? event : { type: 'tap' as const, tap: shown }
        const result = advance({ viewed: null, newest: story.first }, state, tried, now, {
          rating,
          learnerId: 'l',
        })
        expect(
          Object.keys(result)
            .sort()
            .filter((key) => key !== 'isPostponed'),
        ).toEqual(['effects', 'facts', 'records', 'state'])
      }
    }),
  )
})
