import { describe, expect, it } from 'vitest'

import { noSettings } from '../../contracts/learnerSettings.ts'
import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import type { RunnerAction } from '../../contracts/runnerActions.ts'
import { buildRelease } from '../../lesson/testing/buildRelease.ts'
import { uuidOf } from '../../lesson/testing/uuidOf.ts'
import { answerTester } from './answerTester.ts'
import { applyAction } from './applyAction.ts'
import { firstTestVersion } from './isOfTest.ts'
import { newTesterState } from './newTesterState.ts'
import type { LearnerChange } from './types.ts'

const now = '2026-03-01T10:00:00.000Z'
const newest = buildRelease(1, [{ id: uuidOf(1) }, { id: uuidOf(2) }])

const buildChange = (): LearnerChange => {
  const state = newTesterState()
  const who = { enrollmentId: uuidOf(10), userId: uuidOf(11), telegramId: 7, courseId: newest.courseId }
  const named = { firstName: 'A', lastName: null, username: null, languageCode: null }
  const course = { courseLanguage: 'en', rating: null, releaseId: newest.id }
  const row = {
    isTest: true,
    ...who,
    ...named,
    ...course,
    ...noSettings,
    state,
    updates: [],
    isUserActive: true,
  }
  return { row, state, updates: [], facts: [], records: [] }
}

let lastUpdateId = 0
const act = (change: LearnerChange, event: LessonEvent) => {
  const learner = { telegramUserId: 7, firstName: 'A', lastName: null, username: null, languageCode: 'en' }
  const action: RunnerAction = { botId: uuidOf(12), updateId: (lastUpdateId += 1), learner, event }
  const releases = { viewed: change.state.releaseId === null ? null : newest, newest }
  return answerTester(change, action, applyAction(change, action, releases, now))
}
const erase = (change: LearnerChange, stage: 'ask' | 'confirm') =>
  act(change, { type: 'tap', tap: { action: 'erase', stage, version: change.state.version } })

describe('answerTester', () => {
  it('should say of every answer that it is of a test', () => {
    const change = buildChange()
    expect(act(change, { type: 'start', payload: null })).toMatchObject({ status: 'done', isTest: true })
    expect(change.state.version).toBeGreaterThan(firstTestVersion)
  })

  it('should forget at once what a tester did, who can begin anew, and remember what was answered', () => {
    const change = buildChange()
    act(change, { type: 'start', payload: null })
    act(change, { type: 'tap', tap: { action: 'begin', version: change.state.version } })
    const { version } = change.state
    erase(change, 'ask')
    expect(change.state.steps).not.toEqual({})
    const answer = erase(change, 'confirm')
    expect(answer).toMatchObject({ isTest: true, effects: [{ type: 'notice', key: 'testErased' }] })
    expect(change.state).toEqual({ ...newTesterState(), version: version + 1 })
    expect(change.updates.at(-1)).toEqual({ id: lastUpdateId, effects: answer.effects })

    change.records = []
    expect(act(change, { type: 'start', payload: null })).toMatchObject({
      effects: [{ type: 'welcome', next: 'begin' }],
    })
  })
})
