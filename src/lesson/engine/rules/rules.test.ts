import { describe, expect, it } from 'vitest'

import { buildQuiz } from '../../testing/buildQuiz.ts'
import { buildRelease, type StepDraft } from '../../testing/buildRelease.ts'
import { buildRule } from '../../testing/buildRule.ts'
import { Learner } from '../../testing/learner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { recomputeProgress } from '../recomputeProgress.ts'
import type { Condition, RuleGroup } from './rule.ts'

const [a, b, c, d] = [uuidOf(1), uuidOf(2), uuidOf(3), uuidOf(4)]
const done = (step: string): Condition => ({ kind: 'completion', step, state: 'done' })
const from = (iso: string): Condition => ({ kind: 'date', from: iso })
const begun = (steps: StepDraft[], timeZone?: string, at?: string) => {
  const learner = new Learner(buildRelease(1, steps, { timeZone }))
  if (at !== undefined) learner.now = Date.parse(at)
  learner.start()
  return learner
}
const contents = (learner: Learner) => {
  const [effect] = learner.command('contents')
  return effect?.type === 'contents' ? effect.steps : []
}
const quiz = buildQuiz([{ right: [0] }], { passingPercentage: 100 })
const answerQuiz = (learner: Learner, option: number) => {
  learner.tap('quiz')
  learner.vote(learner.polls.at(-1)?.pollId ?? '', ...[])
  const poll = learner.polls.at(-1)
  if (poll !== undefined) learner.learnPoll(poll)
  learner.vote(poll?.pollId ?? '', option)
}

describe('a step with a rule', () => {
  it('should open by what is done, out of the order too, and stay open', () => {
    const learner = begun([{ id: a }, { id: b }, { id: c, unlock: buildRule([done(a)]) }, { id: d }])
    learner.tap('begin')
    expect(contents(learner).map(({ mark }) => mark)).toEqual(['current', 'locked', 'locked', 'locked'])
    expect(learner.open(c)).toMatchObject([
      {
        type: 'toast',
        key: 'stepLocked',
        lock: {
          opensAt: null,
          missing: { conditions: [{ kind: 'completion', step: { index: 1, title: 'Этап 1' } }] },
        },
      },
    ])
    learner.tap('next')
    expect(learner.state).toMatchObject({ stepId: b, unlocked: { [c]: new Date(learner.now).toISOString() } })
    expect(learner.open(c)).toMatchObject([{ type: 'step', stepId: c }])
    expect(learner.countFacts('step_unlocked')).toBe(1)
    expect(recomputeProgress(learner.facts).unlocked).toEqual(learner.state.unlocked)
  })

  it('should say what has to be waited for, until when, and go on then', () => {
    const opensAt = '2026-03-05T07:00:00.000Z'
    const learner = begun(
      [{ id: a }, { id: b, unlock: buildRule([from(opensAt)]) }, { id: c }],
      'Europe/Moscow',
    )
    expect(learner.tap('begin')).toMatchObject([{ type: 'step', stepId: a, next: 'next' }])
    const lock = { opensAt, missing: null, timeZone: 'Europe/Moscow' }
    expect(learner.tap('next')).toMatchObject([{ type: 'waiting', stepId: b, backTo: a, lock }])
    expect(learner.state).toMatchObject({
      view: 'waiting',
      stepId: a,
      steps: { [a]: { completedAt: expect.any(String) } },
    })
    // Nothing after it either: the course's order needs it.
    expect(learner.open(c)).toEqual([{ type: 'toast', key: 'stepLocked' }])
    const { version } = learner.state
    expect(learner.tap('resume')).toMatchObject([{ type: 'toast', key: 'stepLocked', lock }])
    expect(learner.state.version).toBe(version)
    expect(learner.command('resume')).toMatchObject([{ type: 'waiting', stepId: b }])
    learner.now = Date.parse(opensAt)
    expect(learner.tap('resume')).toMatchObject([{ type: 'step', stepId: b }])
  })

  it('should hold up whoever has not begun', () => {
    const learner = begun([{ id: a, unlock: buildRule([from('2026-03-02T10:00:00.000Z')]) }])
    expect(learner.tap('begin')).toMatchObject([{ type: 'waiting', stepId: a, backTo: null }])
    learner.wait(24 * 3600)
    expect(learner.tap('resume')).toMatchObject([{ type: 'step', stepId: a }])
  })

  it('should be passed by when the learner need not do it, and lead on to what else is open', () => {
    const learner = begun([
      { id: a },
      { id: b, isRequired: false, unlock: buildRule([from('2027-01-01T00:00:00.000Z')]) },
      { id: c, unlock: buildRule([from('2027-01-01T00:00:00.000Z')]) },
      { id: d, unlock: buildRule([done(a)]) },
    ])
    learner.tap('begin')
    expect(learner.tap('next')).toMatchObject([{ type: 'step', stepId: d, next: 'next' }])
    expect(learner.tap('next')).toMatchObject([{ type: 'waiting', stepId: c }])
  })

  it('should not be there at all while it is hidden', () => {
    const hidden = buildRule([{ kind: 'completion', step: b, state: 'failed' }], { show: 'hidden' })
    const learner = begun([{ id: a }, { id: b, stepType: 'quiz', quiz }, { id: c, unlock: hidden }])
    learner.tap('begin')
    expect(contents(learner).map(({ stepId }) => stepId)).toEqual([a, b])
    expect(learner.open(c)).toEqual([{ type: 'toast', key: 'stepGone' }])
    learner.tap('next')
    answerQuiz(learner, 1)
    expect(learner.effects.at(-1)).toMatchObject({ type: 'quizResult', progress: { total: 3 } })
    expect(contents(learner).map(({ stepId }) => stepId)).toEqual([a, b, c])
    expect(learner.open(c)).toMatchObject([{ type: 'step', stepId: c }])

    const other = begun([{ id: a }, { id: b, stepType: 'quiz', quiz }, { id: c, unlock: hidden }])
    other.tap('begin')
    other.tap('next')
    answerQuiz(other, 0)
    expect(other.effects.at(-1)).toMatchObject({
      type: 'quizResult',
      progress: { done: 2, total: 2 },
      next: 'finish',
    })
    expect(other.tap('next')).toMatchObject([{ type: 'completion', progress: { percent: 100 } }])
  })

  it('should open by a result within its borders', () => {
    const good: Condition = { kind: 'grade', step: a, min: 50 }
    const bad: Condition = { kind: 'grade', step: a, max: 49 }
    const two = buildQuiz([{ right: [0] }])
    const learner = begun([
      { id: a, stepType: 'quiz', quiz: two },
      { id: b, isRequired: false, unlock: buildRule([good]) },
      { id: c, isRequired: false, unlock: buildRule([bad]) },
    ])
    learner.tap('begin')
    answerQuiz(learner, 1)
    expect(Object.keys(learner.state.unlocked ?? {})).toEqual([c])
    learner.tap('quiz')
    answerQuiz(learner, 0)
    // The bad result has opened a step: a better one does not take it away.
    expect(Object.keys(learner.state.unlocked ?? {}).sort()).toEqual([b, c])
  })

  it('should count days by the learner’s calendar, and hours by the clock', () => {
    const delay = (amount: number, unit: 'hours' | 'days', after: 'enrolment' | 'previous'): Condition => {
      return { kind: 'delay', amount, unit, after }
    }
    // The day after has 23 hours there.
    const learner = begun(
      [
        { id: a },
        { id: b, unlock: buildRule([delay(1, 'days', 'enrolment')]) },
        { id: c, unlock: buildRule([delay(24, 'hours', 'enrolment')]) },
        { id: d, unlock: buildRule([delay(2, 'hours', 'previous')]) },
      ],
      'Europe/Berlin',
      '2026-03-28T11:00:00.000Z',
    )
    const locks = () => contents(learner).map(({ lock }) => lock?.opensAt)
    learner.tap('begin')
    expect(locks()).toEqual([undefined, '2026-03-29T10:00:00.000Z', '2026-03-29T11:00:00.000Z', null])
    learner.now = Date.parse('2026-03-29T12:00:00.000Z')
    learner.tap('next')
    learner.tap('next')
    learner.tap('next')
    expect(learner.state).toMatchObject({ view: 'waiting', stepId: c })
    expect(locks().at(-1)).toBe('2026-03-29T14:00:00.000Z')
  })

  it('should stay open when its author edits the rule, or puts one on it', () => {
    const learner = begun([{ id: a }, { id: b, unlock: buildRule([done(a)]) }, { id: c }])
    learner.tap('begin')
    learner.tap('next')
    learner.tap('next')
    const never = buildRule([from('2040-01-01T00:00:00.000Z')])
    learner.publish(
      buildRelease(2, [{ id: a }, { id: b, unlock: never }, { id: c }, { id: d, unlock: never }]),
    )
    expect(contents(learner).map(({ mark }) => mark)).toEqual(['done', 'done', 'current', 'locked'])
    const early = begun([{ id: a }, { id: b }])
    early.tap('begin')
    early.publish(buildRelease(2, [{ id: a }, { id: b, unlock: never }]))
    expect(contents(early).map(({ mark }) => mark)).toEqual(['current', 'locked'])
    const later = begun([{ id: a, isRequired: false }, { id: b }])
    later.tap('begin')
    later.publish(buildRelease(2, [{ id: a }, { id: b, unlock: never }]))
    expect(contents(later).map(({ mark }) => mark)).toEqual(['current', 'open'])
  })

  it('should be locked again when the course is begun anew', () => {
    const learner = begun([{ id: a }, { id: b, unlock: buildRule([done(a)]) }])
    learner.tap('begin')
    learner.tap('next')
    learner.tap('restart')
    expect(learner.state.unlocked).toBeUndefined()
    expect(contents(learner).map(({ mark }) => mark)).toEqual(['open', 'locked'])
    expect(recomputeProgress(learner.facts).unlocked).toEqual({})
  })

  it('should not open by what nobody can judge, nor by its opposite', () => {
    const tag: Condition = { kind: 'tag', name: 'vip' }
    const rules: RuleGroup[] = [
      { op: 'all', conditions: [tag] },
      { op: 'any', conditions: [tag, done(a)] },
      { op: 'any', negate: true, conditions: [tag] },
    ]
    for (const rule of rules) {
      const learner = begun([{ id: a }, { id: b, unlock: { ...rule, show: 'greyed' } }])
      learner.tap('begin')
      expect(learner.tap('next')).toMatchObject([{ type: 'waiting', lock: { opensAt: null } }])
    }
  })
})
