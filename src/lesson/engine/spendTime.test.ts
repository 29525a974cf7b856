import { describe, expect, it } from 'vitest'

import { buildRelease } from '../testing/buildRelease.ts'
import { Learner } from '../testing/learner.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { newLearnerState } from './newLearnerState.ts'
import { spendTime } from './spendTime.ts'

const a = uuidOf(1)
const begun = () => {
  const learner = new Learner(buildRelease(1, [{ id: a }, { id: uuidOf(2) }]))
  learner.start()
  learner.wait(100)
  learner.tap('begin')
  return learner
}
const timeSpent = (learner: ReturnType<typeof begun>) => learner.state.steps[a]?.timeSpent

describe('spendTime', () => {
  it('should count from opened to completed over all actions in between', () => {
    const learner = begun()
    learner.wait(30)
    learner.command('help')
    learner.wait(40)
    learner.tap('next')
    expect(learner.facts).toContainEqual(
      expect.objectContaining({ type: 'step_completed', data: { timeSpent: 70 } }),
    )
    learner.wait(50)
    learner.tap('back')
    learner.wait(50)
    learner.command('help')
    expect(timeSpent(learner)).toBe(70)
  })

  it('should count a gap of 15 minutes and none that is longer', () => {
    const learner = begun()
    learner.wait(15 * 60)
    learner.command('help')
    expect(timeSpent(learner)).toBe(900)
    learner.wait(15 * 60 + 0.001)
    learner.command('help')
    expect(timeSpent(learner)).toBe(900)
  })

  it('should survive a clock that goes backwards', () => {
    const learner = begun()
    learner.wait(-500)
    learner.command('help')
    expect(timeSpent(learner)).toBe(0)
    learner.wait(5)
    learner.command('help')
    expect(timeSpent(learner)).toBe(5)
  })

  it('should lose no fractions of a second', () => {
    const learner = begun()
    for (let tap = 0; tap < 10; tap += 1) {
      learner.wait(0.7)
      learner.command('help')
    }
    expect(timeSpent(learner)).toBe(7)
  })

  it('should bear a date that is none', () => {
    const step = { openedAt: '?', completedAt: null, timeSpent: 3 }
    const state = { ...newLearnerState(), stepId: a, steps: { [a]: step }, lastActionAt: 'never' }
    expect(spendTime(state, 'now').steps[a]?.timeSpent).toBe(3)
  })
})
