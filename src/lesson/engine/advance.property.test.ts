import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lessonEffectSchema, type LessonEffect } from '../../contracts/lessonEffect.ts'
import { locales } from '../../contracts/locale.ts'
import type { buildRelease } from '../testing/buildRelease.ts'
import { answerRightly } from '../testing/answerRightly.ts'
import { courseStories, eventOf, happen, type StoryAct } from '../testing/courseStories.ts'
import { Learner } from '../testing/learner.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { renderEffect } from '../render/renderEffect.ts'
import { advance } from './advance.ts'
import { recomputeProgress } from './recomputeProgress.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import { toLearnerRelease } from './toLearnerRelease.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release } from './release.ts'

const isView = (effect: LessonEffect) =>
  ['welcome', 'step', 'quizResult', 'submitted', 'waiting', 'completion'].includes(effect.type) ||
  (effect.type === 'question' && !effect.isInPlace)
const completions = (state: LearnerState) =>
  Object.entries(state.steps).filter(([, { completedAt }]) => completedAt !== null)

/** Whether the learner has begun anew by what they did last. */
const isAnew = ({ facts }: Learner, before: LearnerState, state: LearnerState) =>
  facts.findLast(({ type }) => type !== 'step_unlocked')?.type === 'restarted' &&
  before !== state &&
  Object.keys(state.steps).length === 0

/** Tells the story to a new learner; `check` sees every act with the state before it. */
const tell = (
  story: { first: ReturnType<typeof buildRelease>; acts: StoryAct[] },
  check: (learner: Learner, before: LearnerState, told: StoryAct) => void = () => {},
): Learner => {
  const learner = new Learner(story.first)
  learner.start()
  for (const told of story.acts) {
    const before = learner.state
    learner.wait(told.gap)
    learner.effects = []
    const event = eventOf(learner, told)
    if (event !== null) learner.act(event)
    else happen(learner, told)
    check(learner, before, told)
  }
  return learner
}

const approveAll = (learner: Learner): void => {
  for (const [stepId, { assignment }] of Object.entries(learner.state.steps)) {
    if (assignment?.status !== 'pending') continue
    const verdict = { verdict: 'approved' as const, score: null, comment: null, voice: null }
    const { attempt } = assignment
    learner.act({ type: 'reviewed', stepId, attempt, ...verdict, isAutomatic: false })
  }
}

/** Does all that there is to do, and rightly; stands still where there is nothing left to do. */
const finishRightly = (learner: Learner): void => {
  const enough = 20 * (learner.newest().steps.length + 1)
  const isAsked = () => learner.state.view === 'question'
  for (let acts = 0; acts < enough && !['completion', 'waiting'].includes(learner.state.view); acts += 1) {
    approveAll(learner)
    if (isAsked()) answerRightly(learner)
    else if (learner.tap('next')[0]?.type === 'toast') {
      learner.tap('quiz')
      if (isAsked()) continue
      learner.say('my answer')
      learner.tap('send')
    }
  }
}

/** Lets everybody try again, for as long as they like, and has no rules. */
const withoutLimits = (release: Release): Release => ({
  ...release,
  id: uuidOf(9999),
  steps: release.steps.map(({ unlock: _unlock, ...step }) => {
    if (step.stepType === 'quiz')
      return { ...step, quiz: { ...step.quiz, settings: { ...step.quiz.settings, maxAttempts: 0 } } }
    if (step.stepType !== 'assignment') return step
    return { ...step, assignment: { ...step.assignment, maxAttempts: 0, cutOff: null } }
  }),
})

type Story = { first: ReturnType<typeof buildRelease>; acts: StoryAct[] }

const holds = (predicate: (story: Story) => void, numRuns = 400) =>
  fc.assert(fc.property(courseStories, predicate), { numRuns })

describe('advance, whatever learner and author do', () => {
  it('should answer with effects of the agreed shape that can be shown', () => {
    holds((story) => {
      tell(story, (learner) => {
        for (const effect of learner.effects) {
          expect(lessonEffectSchema.parse(effect)).toEqual(effect)
          const release = 'releaseId' in effect ? learner.release(effect.releaseId) : null
          if (effect.type === 'step') expect(release?.steps.map((step) => step.id)).toContain(effect.stepId)
          for (const locale of locales)
            renderEffect(release && toLearnerRelease(release), effect, {
              ...{ locale, style: 'classic', linkOf: () => null },
            }).forEach((message) => {
              if (message.kind === 'buttons') expect(message.keyboard.flat().length).toBeGreaterThan(0)
              else
                expect('question' in message ? message.question : message).toEqual(
                  'question' in message
                    ? expect.stringMatching(/\S/)
                    : expect.objectContaining({ text: expect.stringMatching(/\S/) }),
                )
            })
        }
      })
    })
  })

  it('should give each view a version of its own, and no other answer a new one', () => {
    holds((story) => {
      tell(story, ({ state, effects }, before) => {
        const shown = effects.filter(isView)
        expect(shown.length).toBeLessThanOrEqual(1)
        expect(state.version).toBe(before.version + shown.length)
        for (const effect of effects) if ('version' in effect) expect(effect.version).toBe(state.version)
        if (shown[0] !== undefined) expect(shown[0].type).toBe(state.view)
      })
    })
  })

  it('should complete each step once, and never take anything back', () => {
    holds((story) => {
      const { facts } = tell(story, (learner, before) => {
        const { state } = learner
        expect(state.completedAt ?? before.completedAt).toBe(before.completedAt ?? state.completedAt)
        if (isAnew(learner, before, state)) return
        for (const [id, { completedAt, timeSpent }] of completions(before))
          expect(state.steps[id]).toMatchObject({ completedAt, timeSpent })
        for (const id of Object.keys(before.steps)) expect(state.steps).toHaveProperty(id)
        if (before.status === 'completed')
          expect(state).toMatchObject({ status: 'completed', completedAt: before.completedAt })
      })
      let times = 0
      const once = facts.flatMap(({ type, stepId }) => {
        if (type === 'restarted') times += 1
        if (type === 'enrolled') return [type]
        const isOfTime = ['step_opened', 'step_completed', 'course_completed'].includes(type)
        return isOfTime ? [`${type} ${stepId} ${times}`] : []
      })
      expect(new Set(once).size).toBe(once.length)
    })
  })

  it('should keep a state that its facts alone lead to', () => {
    holds((story) => {
      const { state, facts } = tell(story)
      const recomputed = recomputeProgress(facts)
      const { completedAt, status, isBlocked } = state
      expect(recomputed).toMatchObject({ completedAt, status, isBlocked })
      expect(Object.keys(recomputed.steps).sort()).toEqual(Object.keys(state.steps).sort())
      for (const [id, { quiz, assignment, ...step }] of Object.entries(state.steps)) {
        const timeSpent = step.completedAt === null ? 0 : step.timeSpent
        expect(recomputed.steps[id]).toEqual({ ...step, timeSpent })
        const { finished = 0, best = null, score = null } = recomputed.quizzes[id] ?? {}
        expect({ finished, best, score }).toEqual({
          ...{ finished: quiz?.finished ?? 0, best: quiz?.best ?? null, score: quiz?.score ?? null },
        })
        expect(recomputed.assignments[id] ?? { attempts: 0, best: null }).toEqual({
          attempts: assignment?.attempts ?? 0,
          best: assignment?.best ?? null,
        })
      }
    }, 2000)
  })

  it('should show percentages from 0 to 100, and 100 only for all or for the finished', () => {
    holds((story) => {
      tell(story, ({ effects, state }) => {
        for (const effect of effects) {
          if (!('progress' in effect)) continue
          const { done, total, percent } = effect.progress
          expect(percent).toBeGreaterThanOrEqual(0)
          expect(percent).toBeLessThanOrEqual(100)
          expect(done).toBeLessThanOrEqual(total)
          expect(percent === 100).toBe(state.status === 'completed' || (total > 0 && done === total))
        }
      })
    })
  })

  it('should let a second tap on a moving button change nothing', () => {
    holds((story) => {
      const learner = new Learner(story.first)
      learner.start()
      for (const told of story.acts) {
        const event = eventOf(learner, told)
        if (event === null) happen(learner, told)
        if (event === null) continue
        const { version } = learner.state
        learner.act(event)
        if (event.type !== 'tap') continue
        const { action } = event.tap
        if (!['begin', 'next', 'back', 'quiz', 'restart', 'answer', 'submit'].includes(action)) continue
        if (learner.state.version === version) continue
        const { state, facts } = learner
        const count = facts.length
        const key = ['answer', 'submit'].includes(action) ? 'questionClosed' : 'buttonOutdated'
        expect(learner.act(event)).toEqual([{ type: 'toast', key }])
        expect(learner.state).toEqual(state)
        expect(learner.facts).toHaveLength(count)
      }
    })
  })

  it('should complete nothing but by next, by a quiz that ends, or by an answer that is approved', () => {
    holds((story) => {
      tell(story, (learner, before, told) => {
        const { state, effects } = learner
        if (isAnew(learner, before, state)) return
        const isNext =
          (told.kind === 'tap' && told.action === 'next' && told.age === 0) ||
          (told.kind === 'forward' && ['step', 'quizResult', 'submitted'].includes(before.view))
        const isEarned = effects.some(
          (effect) =>
            ['quizResult', 'quizTimeUp'].includes(effect.type) ||
            (effect.type === 'submitted' && effect.isApproved) ||
            (effect.type === 'reviewed' && effect.verdict === 'approved'),
        )
        // Of a step that has left the course nothing is told.
        const isReviewed = ['review', 'timer'].includes(told.kind)
        const ids = (one: LearnerState) => completions(one).map(([id]) => id)
        if (!isNext && !isEarned && !isReviewed) expect(ids(state)).toEqual(ids(before))
      })
    })
  })

  it('should take an answer once, and never let a result get worse', () => {
    holds((story) => {
      tell(story, (learner, before) => {
        const { state, facts } = learner
        for (const [id, { quiz }] of isAnew(learner, before, state) ? [] : Object.entries(before.steps)) {
          const now = state.steps[id]?.quiz
          expect(now?.best ?? 0).toBeGreaterThanOrEqual(quiz?.best ?? 0)
          expect([0, 1]).toContain((now?.finished ?? 0) - (quiz?.finished ?? 0))
        }
        const taken = facts
          .filter(({ type }) => type === 'quiz_answered')
          .map(({ stepId, data }) => `${stepId} ${String(data.attempt)} ${String(data.question)}`)
        expect(new Set(taken).size).toBe(taken.length)
      })
    })
  })

  it('should tell what is right in polls and after answers alone', () => {
    holds((story) => {
      tell(story, ({ effects }) => {
        for (const effect of effects) {
          if (effect.type === 'quizFeedback' || effect.type === 'quizReview') continue
          const shown = effect.type === 'question' ? { ...effect, poll: null } : effect
          expect(JSON.stringify(shown)).not.toMatch(/correct|explanation|why/i)
        }
      })
    })
  })

  it('should announce the end exactly where the next tap leads to it', () => {
    holds((story) => {
      tell(story, (learner, _, { kind }) => {
        const effect = learner.effects.find(({ type }) => ['step', 'quizResult', 'submitted'].includes(type))
        if (effect === undefined || !('hasBack' in effect) || effect.type === 'stepButtons') return
        if (kind === 'timer') return
        const releases = { viewed: learner.release(learner.state.releaseId), newest: learner.newest() }
        const at = new Date(learner.now).toISOString()
        const tapped = (action: 'next' | 'back') => {
          const tap = { action, version: effect.version }
          return advance(releases, learner.state, { type: 'tap', tap }, at, {
            ...{ rating: null, learnerId: learner.id, name: null },
          }).effects.filter(({ type }) => type !== 'streak')
        }
        const isHeld =
          effect.type === 'step'
            ? effect.quiz?.canGoOn === false || effect.assignment?.canGoOn === false
            : effect.next === null
        if (isHeld) expect(tapped('next')).toMatchObject([{ type: 'toast' }])
        else expect(tapped('next')[0]?.type === 'completion').toBe(effect.next === 'finish')
        expect(tapped('back')[0]?.type === 'step').toBe(effect.hasBack)
      })
    })
  })

  it('should always leave a way to the end, or let the author open one', () => {
    holds((story) => {
      const learner = tell(story)
      fc.pre(learner.newest().steps.length > 0)
      learner.start()
      learner.tap('resume')
      finishRightly(learner)
      if (learner.state.view !== 'completion') {
        learner.publish(withoutLimits(learner.newest()))
        learner.tap('resume')
        finishRightly(learner)
      }
      expect(learner.state).toMatchObject({ view: 'completion', status: 'completed' })
      const undone = learner
        .newest()
        .steps.filter(
          (step) =>
            step.isRequired &&
            !isStepHidden(step, learner.state) &&
            !learner.state.steps[step.id]?.completedAt,
        )
      expect(undone).toEqual([])
    })
  })

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
})
