import { describe, expect, it } from 'vitest'

import { answerRightly } from '../testing/answerRightly.ts'
import { buildQuiz } from '../testing/buildQuiz.ts'
import { buildRelease } from '../testing/buildRelease.ts'
import { Learner } from '../testing/learner.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { recomputeProgress } from './recomputeProgress.ts'

const quiz = buildQuiz([{ right: [0], explanation: null }], {})
const begun = () => {
  const learner = new Learner(
    buildRelease(1, [{ id: uuidOf(1) }, { id: uuidOf(2), stepType: 'quiz', quiz }, { id: uuidOf(3) }]),
  )
  learner.start()
  learner.tap('begin')
  return learner
}
const finish = (learner: Learner) => {
  for (let acts = 0; acts < 20 && learner.state.view !== 'completion'; acts += 1) {
    if (learner.state.view === 'question') answerRightly(learner)
    else if (learner.tap('next')[0]?.type === 'toast') learner.tap('quiz')
  }
}

describe('/restart', () => {
  it('should ask first, and change nothing until it is confirmed', () => {
    const learner = begun()
    learner.tap('next')
    const { state } = learner
    expect(learner.command('restart')).toEqual([
      { type: 'restart', releaseId: uuidOf(9001), version: state.version, isCompleted: false },
    ])
    expect(learner.state).toEqual(state)
    expect(learner.tap('resume')).toMatchObject([{ type: 'step', stepId: uuidOf(2) }])
  })

  it('should be confirmed once, and by the question that was asked last', () => {
    const learner = begun()
    learner.command('restart')
    const { version } = learner.state
    learner.tap('next')
    const tap = { action: 'restart', version } as const
    expect(learner.act({ type: 'tap', tap })).toEqual([{ type: 'toast', key: 'buttonOutdated' }])
    const now = learner.state.version
    expect(learner.tap('restart')).toMatchObject([{ type: 'welcome', next: 'begin' }])
    expect(learner.act({ type: 'tap', tap: { action: 'restart', version: now } })).toEqual([
      { type: 'toast', key: 'buttonOutdated' },
    ])
    expect(learner.countFacts('restarted')).toBe(1)
  })

  it('should lock and undo everything, and keep what was marked, answered and finished', () => {
    const learner = begun()
    learner.act({
      type: 'tap',
      tap: { action: 'bookmark', version: learner.state.version, stepId: uuidOf(1) },
    })
    finish(learner)
    const { completedAt, steps } = learner.state
    learner.wait(3600)
    expect(learner.command('restart')).toMatchObject([{ isCompleted: true }])
    learner.tap('restart')
    expect(learner.state).toMatchObject({ steps: {}, stepId: null, status: 'active', completedAt })
    expect(learner.state.bookmarks).toEqual([uuidOf(1)])
    expect(learner.command('contents')).toMatchObject([
      {
        progress: { done: 0, percent: 0 },
        steps: [{ mark: 'open' }, { mark: 'locked' }, { mark: 'locked' }],
      },
    ])
    learner.tap('begin')
    learner.tap('next')
    // The quiz is to be taken again: its attempts are numbered on, and the best result stays.
    expect(learner.effects).toMatchObject([{ quiz: { next: 'again', best: 100, canGoOn: false } }])
    expect(learner.state.steps[uuidOf(2)]).toMatchObject({ completedAt: null, quiz: steps[uuidOf(2)]?.quiz })
    finish(learner)
    expect(learner.state).toMatchObject({ status: 'completed', completedAt })
    expect(learner.state.steps[uuidOf(2)]?.quiz).toMatchObject({ begun: 2, finished: 2 })
    const recomputed = recomputeProgress(learner.facts)
    expect(recomputed).toMatchObject({ completedAt, status: 'completed' })
    expect(recomputed.quizzes[uuidOf(2)]).toEqual({ finished: 2, best: 100, score: 100 })
  })
})
