import { describe, expect, it } from 'vitest'

import { buildRelease } from '../testing/buildRelease.ts'
import { Learner } from '../testing/learner.ts'
import { a, b, begun, c, course, finished } from '../testing/threeSteps.ts'
import { uuidOf } from '../testing/uuidOf.ts'

const x = uuidOf(4)
const toast = (key: string) => [{ type: 'toast', key }]
const notice = (key: string) => [{ type: 'notice', key }]

describe('starting', () => {
  it('should enrol at the first /start and offer to begin', () => {
    const learner = course()
    learner.rating = 4.5
    expect(learner.start('ad-7')).toEqual([
      { type: 'welcome', releaseId: uuidOf(9001), version: 1, rating: 4.5, next: 'begin' },
    ])
    expect(learner.facts).toMatchObject([
      { type: 'bot_started', data: { payload: 'ad-7' }, releaseId: uuidOf(9001) },
      { type: 'enrolled' },
    ])
    expect(learner.state.status).toBe('active')
  })

  it('should show a rating from 0 to 5, and none while there is none', () => {
    const learner = course()
    const shown = [null, Number.NaN, Infinity, -1, 3.5, 7].map((rating) => {
      learner.rating = rating
      return learner.start().map((effect) => effect.type === 'welcome' && effect.rating)
    })
    expect(shown.flat()).toEqual([null, null, null, 0, 3.5, 5])
  })

  it('should lose nothing at later ones', () => {
    const learner = begun()
    learner.tap('next')
    const { steps, stepId } = learner.state
    expect(learner.start()).toMatchObject([{ type: 'welcome', next: 'resume' }])
    expect(learner.state).toMatchObject({ steps, stepId, status: 'active' })
    expect(learner.tap('resume')).toMatchObject([{ type: 'step', stepId: b }])
    expect(learner.countFacts('enrolled')).toBe(1)
  })

  it('should offer to look again after the end', () => {
    const learner = finished()
    expect(learner.start()).toMatchObject([{ type: 'welcome', next: 'review' }])
    expect(learner.state.status).toBe('completed')
  })

  it.each([
    ['a message', (learner: Learner) => learner.say('hello')],
    ['an unknown command', (learner: Learner) => learner.command('unknown')],
    ['/progress', (learner: Learner) => learner.command('progress')],
    ['/contents', (learner: Learner) => learner.command('contents')],
    ['/resume', (learner: Learner) => learner.command('resume')],
    ['an old button', (learner: Learner) => learner.tap('contents')],
    ['a step of the contents', (learner: Learner) => learner.open(a, 7)],
  ])('should say how to start when %s comes first', (_, act) => {
    const learner = course()
    expect(act(learner)).toEqual(notice('notStarted'))
    expect(learner.state).toMatchObject({ version: 0, view: 'none', status: 'invited' })
  })
})

describe('going through', () => {
  it('should lead from the first step to the end', () => {
    const learner = course()
    learner.start()
    expect(learner.tap('begin')).toEqual([
      {
        type: 'step',
        releaseId: uuidOf(9001),
        version: 2,
        stepId: a,
        progress: { done: 0, total: 3, percent: 0 },
        isCompleted: false,
        hasBack: false,
        next: 'next',
      },
    ])
    expect(learner.tap('next')).toMatchObject([
      { stepId: b, hasBack: true, next: 'next', progress: { done: 1, percent: 33 } },
    ])
    expect(learner.tap('next')).toMatchObject([{ stepId: c, next: 'finish', progress: { percent: 66 } }])
    expect(learner.tap('next')).toEqual([
      {
        type: 'completion',
        releaseId: uuidOf(9001),
        version: 5,
        progress: { done: 3, total: 3, percent: 100 },
      },
    ])
    expect(learner.state).toMatchObject({ status: 'completed', completedAt: '2026-03-01T10:00:00.000Z' })
    expect(learner.facts.map(({ type }) => type)).toEqual([
      ...['bot_started', 'enrolled', 'step_opened', 'step_completed', 'step_opened', 'step_completed'],
      ...['step_opened', 'step_completed', 'course_completed'],
    ])
  })

  it('should count a double tap once', () => {
    const learner = begun()
    const { version } = learner.state
    learner.tap('next')
    const { state } = learner
    for (const action of ['begin', 'next', 'back'] as const)
      expect(learner.act({ type: 'tap', tap: { action, version } })).toEqual(toast('buttonOutdated'))
    expect(learner.state).toEqual(state)
  })

  it('should refuse a moving button where there is no step', () => {
    const learner = course()
    learner.start()
    expect(learner.tap('next')).toEqual(toast('buttonOutdated'))
    expect(learner.tap('back')).toEqual(toast('buttonOutdated'))
    learner.tap('begin')
    expect(learner.tap('begin')).toEqual(toast('buttonOutdated'))
    const end = finished()
    expect(end.tap('next')).toEqual(toast('buttonOutdated'))
  })

  it('should go back without undoing anything', () => {
    const learner = begun()
    learner.tap('next')
    expect(learner.tap('back')).toMatchObject([
      { stepId: a, isCompleted: true, hasBack: false, next: 'next', progress: { done: 1 } },
    ])
    expect(learner.tap('back')).toEqual(toast('stepGone'))
    learner.tap('next')
    expect(learner.state.stepId).toBe(b)
    expect(learner.countFacts('step_completed')).toBe(1)
    expect(learner.countFacts('step_opened')).toBe(2)
  })

  it('should turn page by page for somebody who looks again', () => {
    const learner = finished()
    learner.open(a)
    expect(learner.tap('next')).toMatchObject([{ stepId: b, isCompleted: true, next: 'next' }])
    expect(learner.tap('next')).toMatchObject([{ stepId: c, next: 'finish' }])
    expect(learner.tap('next')).toMatchObject([{ type: 'completion', progress: { percent: 100 } }])
    expect(learner.countFacts('course_completed')).toBe(1)
  })

  it('should show the same place again on /resume', () => {
    const learner = begun()
    const before = learner.effects
    expect(learner.command('resume')).toEqual([{ ...before[0], version: 3 }])
    const end = finished()
    expect(end.command('resume')).toMatchObject([{ type: 'completion', version: end.state.version }])
    const welcomed = course()
    welcomed.start()
    expect(welcomed.command('resume')).toMatchObject([{ type: 'welcome', version: 2 }])
    expect(welcomed.tap('resume')).toMatchObject([{ type: 'step', stepId: a }])
  })

  it('should say that nothing is there when a release has no steps', () => {
    const learner = new Learner(buildRelease(1, []))
    learner.start()
    expect(learner.tap('begin')).toEqual(notice('notAvailable'))
  })
})

describe('contents, progress, help', () => {
  it('should mark the steps and leave the view alone', () => {
    const learner = begun()
    learner.tap('next')
    const { state } = learner
    expect(learner.tap('contents')).toEqual([
      {
        type: 'contents',
        releaseId: uuidOf(9001),
        version: 3,
        progress: { done: 1, total: 3, percent: 33 },
        steps: [
          { stepId: a, mark: 'done' },
          { stepId: b, mark: 'current' },
          { stepId: c, mark: 'locked' },
        ],
      },
    ])
    expect(learner.command('contents')).toEqual(learner.effects)
    expect(learner.command('progress')).toEqual([
      {
        type: 'progress',
        releaseId: uuidOf(9001),
        version: 3,
        progress: { done: 1, total: 3, percent: 33 },
        currentStepId: b,
        isCompleted: false,
      },
    ])
    expect(learner.command('help')).toEqual([{ type: 'help', releaseId: uuidOf(9001) }])
    expect(learner.command('unknown')).toEqual(notice('unknownCommand'))
    expect(learner.act({ type: 'message', kind: 'other', text: null, file: null, messageId: 1 })).toEqual(
      notice('textNotExpected'),
    )
    expect(learner.act({ type: 'unreadableTap' })).toEqual(toast('buttonOutdated'))
    expect(learner.state).toEqual(state)
  })

  it('should open what is done or reachable, from contents of any age, and nothing else', () => {
    const learner = begun()
    learner.tap('next')
    expect(learner.open(c)).toEqual(toast('stepLocked'))
    expect(learner.open(x)).toEqual(toast('stepGone'))
    expect(learner.state.stepId).toBe(b)
    expect(learner.open(a, 1)).toMatchObject([{ type: 'step', stepId: a, isCompleted: true }])
    expect(learner.open(b, 0)).toMatchObject([{ type: 'step', stepId: b, isCompleted: false }])
  })

  it('should let optional steps be passed', () => {
    const learner = new Learner(buildRelease(1, [{ id: a, isRequired: false }, { id: b }, { id: c }]))
    learner.start()
    expect(learner.open(b)).toMatchObject([{ stepId: b, progress: { total: 2 } }])
    expect(learner.open(c)).toEqual(toast('stepLocked'))
    learner.tap('next')
    expect(learner.tap('next')).toMatchObject([{ type: 'completion', progress: { done: 2, total: 2 } }])
  })

  it('should finish a course in which nothing is required with 100 %', () => {
    const learner = new Learner(
      buildRelease(1, [
        { id: a, isRequired: false },
        { id: b, isRequired: false },
      ]),
    )
    learner.start()
    expect(learner.open(b)).toMatchObject([{ next: 'finish', progress: { done: 0, total: 2, percent: 0 } }])
    expect(learner.tap('next')).toMatchObject([
      { type: 'completion', progress: { done: 1, total: 2, percent: 100 } },
    ])
  })
})

describe('blocking', () => {
  it('should note changes only, and show nothing', () => {
    const learner = begun()
    expect(learner.act({ type: 'membership', isBlocked: false })).toEqual([])
    expect(learner.act({ type: 'membership', isBlocked: true })).toEqual([])
    learner.act({ type: 'membership', isBlocked: true })
    expect(learner.state.isBlocked).toBe(true)
    learner.act({ type: 'membership', isBlocked: false })
    expect(learner.facts.map(({ type }) => type).slice(-2)).toEqual(['bot_blocked', 'bot_unblocked'])
  })

  it('should end with any action of the learner', () => {
    const learner = begun()
    learner.act({ type: 'membership', isBlocked: true })
    learner.command('progress')
    expect(learner.state.isBlocked).toBe(false)
    expect(learner.facts.at(-1)).toMatchObject({ type: 'bot_unblocked', stepId: a })
  })
})
