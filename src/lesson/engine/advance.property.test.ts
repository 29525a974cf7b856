import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lessonEffectSchema, type LessonEffect } from '../../contracts/lessonEffect.ts'
import { locales } from '../../contracts/locale.ts'
import type { buildRelease } from '../testing/buildRelease.ts'
import { courseStories, eventOf, happen, type StoryAct } from '../testing/courseStories.ts'
import { finishRightly, withoutLimits } from '../testing/finishRightly.ts'
import { Learner } from '../testing/learner.ts'
import { renderEffect } from '../render/renderEffect.ts'
import { advance } from './advance.ts'
import { recomputeProgress } from './recomputeProgress.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import { toLearnerRelease } from './toLearnerRelease.ts'
import type { LearnerState } from './learnerState.ts'

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
})
