import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lessonEffectSchema } from '../../contracts/lessonEffect.ts'
import { locales } from '../../contracts/locale.ts'
import { buildRelease } from '../testing/buildRelease.ts'
import { courseStories, eventOf, type StoryAct } from '../testing/courseStories.ts'
import { Learner } from '../testing/learner.ts'
import { renderEffect } from '../render/renderEffect.ts'
import { advance } from './advance.ts'
import { recomputeProgress } from './recomputeProgress.ts'
import { toLearnerRelease } from './toLearnerRelease.ts'
import type { LearnerState } from './types.ts'

const views = new Set(['welcome', 'step', 'completion'])
const completions = (state: LearnerState) =>
  Object.entries(state.steps).filter(([, { completedAt }]) => completedAt !== null)

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
    const event = eventOf(learner, told)
    if (event !== null) learner.act(event)
    else if (told.kind === 'publish') learner.publish(buildRelease(learner.newest().number + 1, told.steps))
    check(learner, before, told)
  }
  return learner
}

const holds = (predicate: (story: { first: ReturnType<typeof buildRelease>; acts: StoryAct[] }) => void) =>
  fc.assert(fc.property(courseStories, predicate), { numRuns: 400 })

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
            }).forEach((message) => expect(message).toMatchObject({ text: expect.stringMatching(/\S/) }))
        }
      })
    })
  })

  it('should give each view a version of its own, and no other answer a new one', () => {
    holds((story) => {
      tell(story, ({ state, effects }, before, { kind }) => {
        const shown = kind === 'publish' ? [] : effects.filter(({ type }) => views.has(type))
        expect(shown.length).toBeLessThanOrEqual(1)
        expect(state.version).toBe(before.version + shown.length)
        if (kind !== 'publish')
          for (const effect of effects) if ('version' in effect) expect(effect.version).toBe(state.version)
        if (shown[0] !== undefined) expect(shown[0].type).toBe(state.view)
      })
    })
  })

  it('should complete each step once, and never take anything back', () => {
    holds((story) => {
      const { facts } = tell(story, ({ state }, before) => {
        for (const [id, step] of completions(before)) expect(state.steps[id]).toEqual(step)
        for (const id of Object.keys(before.steps)) expect(state.steps).toHaveProperty(id)
        if (before.status === 'completed')
          expect(state).toMatchObject({ status: 'completed', completedAt: before.completedAt })
      })
      const once = facts
        .filter(({ type }) =>
          ['step_opened', 'step_completed', 'course_completed', 'enrolled'].includes(type),
        )
        .map(({ type, stepId }) => `${type} ${stepId}`)
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
      for (const [id, step] of Object.entries(state.steps)) {
        const timeSpent = step.completedAt === null ? 0 : step.timeSpent
        expect(recomputed.steps[id]).toEqual({ ...step, timeSpent })
      }
    })
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
        if (told.kind === 'publish') learner.publish(buildRelease(learner.newest().number + 1, told.steps))
        if (event === null) continue
        const { version } = learner.state
        learner.act(event)
        if (told.kind !== 'tap' || !['begin', 'next', 'back'].includes(told.action)) continue
        if (learner.state.version === version) continue
        const { state, facts } = learner
        const count = facts.length
        expect(learner.act(event)).toEqual([{ type: 'toast', key: 'buttonOutdated' }])
        expect(learner.state).toEqual(state)
        expect(learner.facts).toHaveLength(count)
      }
    })
  })

  it('should complete nothing through any other button than next', () => {
    holds((story) => {
      tell(story, ({ state }, before, told) => {
        const isNext = told.kind === 'tap' && told.action === 'next' && told.age === 0
        if (!isNext) expect(completions(state)).toEqual(completions(before))
      })
    })
  })

  it('should announce the end exactly where the next tap leads to it', () => {
    holds((story) => {
      tell(story, (learner, _, { kind }) => {
        const [effect] = learner.effects
        if (effect?.type !== 'step' || kind === 'publish') return
        const tap = { action: 'next' as const, version: effect.version }
        const releases = { viewed: learner.release(learner.state.releaseId), newest: learner.newest() }
        const result = advance(releases, learner.state, { type: 'tap', tap }, '2026-03-02', {
          rating: null,
          learnerId: 'l',
        })
        expect(result.effects[0]?.type === 'completion').toBe(effect.next === 'finish')
        const back = { action: 'back' as const, version: effect.version }
        const backed = advance(releases, learner.state, { type: 'tap', tap: back }, '2026-03-02', {
          rating: null,
          learnerId: 'l',
        })
        expect(backed.effects[0]?.type === 'step').toBe(effect.hasBack)
      })
    })
  })

  it('should always leave a way to the end', () => {
    holds((story) => {
      const learner = tell(story)
      fc.pre(learner.newest().steps.length > 0)
      learner.start()
      learner.tap('resume')
      const enough = 3 * (learner.newest().steps.length + 1)
      for (let taps = 0; taps < enough && learner.state.view === 'step'; taps += 1) learner.tap('next')
      expect(learner.state).toMatchObject({ view: 'completion', status: 'completed' })
      const undone = learner
        .newest()
        .steps.filter(({ id, isRequired }) => isRequired && !learner.state.steps[id]?.completedAt)
      expect(undone).toEqual([])
    })
  })

  it('should bear any state with any release', () => {
    const instant = fc.oneof(fc.constant('2026-03-01T10:00:00.000Z'), fc.string())
    const id = fc.oneof(fc.constantFrom('__proto__', 'constructor', ''), fc.uuid())
    const anyStep = fc.record({ openedAt: instant, completedAt: fc.option(instant), timeSpent: fc.nat() })
    const anyState: fc.Arbitrary<LearnerState> = fc.record({
      version: fc.nat(),
      view: fc.constantFrom('none', 'welcome', 'step', 'completion'),
      releaseId: fc.option(id),
      stepId: fc.option(id),
      steps: fc.dictionary(id, anyStep, { maxKeys: 3 }),
      status: fc.constantFrom('invited', 'active', 'completed'),
      isBlocked: fc.boolean(),
      lastActionAt: fc.option(instant),
      completedAt: fc.option(instant),
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
          expect(Object.keys(result).sort()).toEqual(['effects', 'facts', 'state'])
        }
      }),
    )
  })
})
