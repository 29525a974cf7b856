import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildQuiz } from '../../testing/buildQuiz.ts'
import { buildRelease, type StepDraft } from '../../testing/buildRelease.ts'
import { drawnCondition, drawnRules } from '../../testing/drawnRules.ts'
import { Learner } from '../../testing/learner.ts'
import { ruleTruth, type RuleWorld } from '../../testing/ruleTruth.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import type { UnlockRule } from './rule.ts'
import { unlockTimes } from './unlockTimes.ts'

const start = Date.parse('2026-03-01T10:00:00.000Z')
const hourMs = 3_600_000
const [first, second, quizId, ruledA, ruledB] = [uuidOf(1), uuidOf(2), uuidOf(3), uuidOf(4), uuidOf(5)]
const ruledIds = [ruledA, ruledB]
// The ruled ones are named too: what waits for itself never opens.
const named = fc.constantFrom(first, second, quizId, quizId, ruledA, ruledB)
const tree = drawnRules(drawnCondition(named, start, fc.integer({ min: -30, max: 120 })))
const unlockRule: fc.Arbitrary<UnlockRule> = fc
  .tuple(tree, fc.constantFrom('hidden' as const, 'greyed' as const))
  .map(([rule, show]) => ({ ...rule, show }))
const rules = fc.tuple(unlockRule, unlockRule)

type Rules = [UnlockRule, UnlockRule]
type Act =
  | { kind: 'go'; stepId: string }
  | { kind: 'quiz'; isRight: boolean }
  | { kind: 'look' }
  | { kind: 'wait'; hours: number }
  /** Until the first step that time alone opens does. */
  | { kind: 'await' }
  | { kind: 'publish'; rules: Rules }

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('go' as const), stepId: named }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('quiz' as const), isRight: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'look' as const }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.nat({ max: 30 }) }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'await' as const }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('publish' as const), rules }) },
  ),
  { minLength: 3, maxLength: 25 },
)

const stepsWith = ([a, b]: Rules): StepDraft[] => [
  ...[first, second].map((id) => ({ id, isRequired: false })),
  {
    ...{ id: quizId, isRequired: false, stepType: 'quiz' },
    quiz: buildQuiz([{ kind: 'text', answers: ['yes'] }], { passingPercentage: 100 }),
  },
  { id: ruledA, isRequired: false, unlock: a },
  { id: ruledB, isRequired: false, unlock: b },
]

/** A learner of whom another book is kept: what they did, and what their rules made of it whenever they did something. */
class Observed extends Learner {
  readonly opened = new Set<string>()
  readonly #world = { doneAt: new Map<string, number>(), failed: new Set<string>(), scores: new Map() }
  readonly #begunAt: number

  constructor(drawn: Rules) {
    // Clocks do not change there, so that days have 24 hours.
    super(buildRelease(1, stepsWith(drawn), { timeZone: 'Asia/Kolkata' }))
    this.start()
    this.tap('begin')
    this.#begunAt = this.now
    this.note()
  }

  worldOf(stepId: string): RuleWorld {
    const previousId = stepId === ruledA ? quizId : ruledA
    return { ...this.#world, now: this.now, enrolledAt: this.#begunAt, previousId }
  }

  rules(): Rules {
    const [a, b] = this.newest().steps.slice(-2)
    return [a?.unlock, b?.unlock] as Rules
  }

  note(): void {
    for (const [index, rule] of this.rules().entries()) {
      const stepId = ruledIds[index] ?? ''
      if (ruleTruth(rule, this.worldOf(stepId))) this.opened.add(stepId)
    }
  }

  /** Opens a step and goes on from it, which does it, unless it cannot be opened or is a quiz. */
  go(stepId: string): void {
    this.note()
    const [shown] = this.open(stepId)
    if (shown?.type !== 'step') return
    if (stepId === quizId) return
    this.tap('next')
    const { doneAt } = this.#world
    doneAt.set(stepId, doneAt.get(stepId) ?? this.now)
    this.note()
  }

  answer(isRight: boolean): void {
    this.go(quizId)
    this.tap('quiz')
    this.say(isRight ? 'yes' : 'no')
    const { doneAt, failed, scores } = this.#world
    scores.set(quizId, Math.max(scores.get(quizId) ?? 0, isRight ? 100 : 0))
    if (isRight) doneAt.set(quizId, doneAt.get(quizId) ?? this.now)
    if (doneAt.has(quizId)) failed.delete(quizId)
    else failed.add(quizId)
    this.note()
  }

  times() {
    const { timeZone = null, ...newest } = this.newest()
    const now = new Date(this.now).toISOString()
    return unlockTimes({ newest, state: this.state, now, timeZone: timeZone ?? 'UTC' })
  }
}

const play = (learner: Observed, act: Act): void => {
  switch (act.kind) {
    case 'go':
      return learner.go(act.stepId)
    case 'quiz':
      return learner.answer(act.isRight)
    case 'wait':
      learner.wait(act.hours * 3600)
      break
    case 'await': {
      const [next] = learner.times()
      if (next !== undefined) learner.now = Date.parse(next.opensAt)
      break
    }
    case 'publish':
      learner.publish(
        buildRelease(learner.newest().number + 1, stepsWith(act.rules), { timeZone: 'Asia/Kolkata' }),
      )
      break
    case 'look':
  }
  learner.note()
  learner.command('contents')
}

const holds = (
  check: (learner: Observed, act: Act) => void,
  before?: (learner: Observed, act: Act) => void,
) =>
  fc.assert(
    fc.property(rules, acts, (drawn, told) => {
      const learner = new Observed(drawn)
      for (const act of told) {
        before?.(learner, act)
        play(learner, act)
        check(learner, act)
      }
    }),
    { numRuns: 250 },
  )

const contentsOf = (learner: Learner) => {
  const [effect] = learner.command('contents')
  return effect?.type === 'contents' ? effect : { steps: [], progress: { total: 0 } }
}

describe('steps with rules, whatever their rules and the learner’s way', () => {
  it('should be open exactly when their rule was fulfilled once, and stay so', () => {
    let opened: string[] = []
    holds(
      (learner) => {
        expect(Object.keys(learner.state.unlocked ?? {}).sort()).toEqual([...learner.opened].sort())
        expect(Object.keys(learner.state.unlocked ?? {})).toEqual(expect.arrayContaining(opened))
      },
      ({ state }) => {
        opened = Object.keys(state.unlocked ?? {})
      },
    )
  })

  it('should be greyed with a reason, or not be there, for as long as they are locked', () => {
    holds((learner) => {
      const { steps, progress } = contentsOf(learner)
      for (const [index, { show }] of learner.rules().entries()) {
        const stepId = ruledIds[index] ?? ''
        const listed = steps.find((step) => step.stepId === stepId)
        if (learner.opened.has(stepId)) {
          expect(listed?.mark).not.toBe('locked')
          expect(listed).not.toHaveProperty('lock')
        } else if (show === 'hidden') expect(listed).toBeUndefined()
        else expect(listed).toMatchObject({ mark: 'locked', lock: expect.anything() })
      }
      // None is required here: all that are there count.
      expect(progress.total).toBe(steps.length)
    })
  })

  it('should tell when they open by themselves: then, and not before', () => {
    holds((learner, { kind }) => {
      if (kind === 'publish') return
      const before = learner.state
      const times = learner.times()
      const known = new Set(times.map(({ stepId }) => stepId))
      expect(known.size).toBe(times.length)
      for (const stepId of ruledIds) {
        const rule = learner.rules()[ruledIds.indexOf(stepId)] as UnlockRule
        const world = learner.worldOf(stepId)
        const isOpenAt = (now: number) => ruleTruth(rule, { ...world, now })
        const told = times.find((one) => one.stepId === stepId)
        if (learner.opened.has(stepId)) expect(told).toBeUndefined()
        else {
          const end = told === undefined ? learner.now + 900 * hourMs : Date.parse(told.opensAt)
          expect(end).toBeGreaterThan(learner.now)
          const parts = Array.from({ length: 30 }, (_, part) => Math.floor(((end - learner.now) * part) / 30))
          expect(parts.some((passed) => isOpenAt(learner.now + passed))).toBe(false)
          expect(isOpenAt(end)).toBe(told !== undefined)
        }
      }
      expect(learner.state).toBe(before)
      const moments = times.map(({ opensAt }) => Date.parse(opensAt))
      expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    })
  })
})
