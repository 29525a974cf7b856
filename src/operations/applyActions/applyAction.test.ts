import { describe, expect, it } from 'vitest'

import { noSettings } from '../../contracts/learnerSettings.ts'
import type { RunnerAction } from '../../contracts/runnerActions.ts'
import { newLearnerState } from '../../lesson/engine/newLearnerState.ts'
import { buildRelease } from '../../lesson/testing/buildRelease.ts'
import { uuidOf } from '../../lesson/testing/uuidOf.ts'
import { applyAction } from './applyAction.ts'
import type { LearnerChange } from './types.ts'

const now = '2026-03-01T10:00:00.000Z'
const newest = buildRelease(1, [{ id: uuidOf(1) }], { language: 'ru' })
const releases = { viewed: null, newest }

const buildChange = (row: Partial<LearnerChange['row']> = {}): LearnerChange => {
  const state = newLearnerState()
  return {
    row: {
      isTest: false,
      enrollmentId: uuidOf(10),
      userId: uuidOf(11),
      telegramId: 7,
      courseId: newest.courseId,
      state,
      updates: [],
      isUserActive: true,
      firstName: 'A',
      lastName: null,
      username: null,
      languageCode: null,
      courseLanguage: 'en',
      rating: null,
      releaseId: newest.id,
      ...noSettings,
      ...row,
    },
    state,
    updates: [],
    facts: [],
    records: [],
  }
}

const start = (updateId: number): RunnerAction => ({
  botId: uuidOf(12),
  updateId,
  learner: { telegramUserId: 7, firstName: 'A', lastName: null, username: null, languageCode: 'fi' },
  event: { type: 'start', payload: null },
})

describe('applyAction', () => {
  it('should change nothing when an update comes again, and show again what is not known to be sent', () => {
    const change = buildChange()
    const first = applyAction(change, start(1), releases, now)
    const { state, facts } = change
    const again = applyAction(change, start(1), releases, now)
    expect(again).toEqual({ ...first, status: 'duplicate' })
    expect(change.state).toBe(state)
    expect(change.facts).toBe(facts)
  })

  it('should remember the last 64 updates', () => {
    const change = buildChange()
    for (let id = 1; id <= 70; id += 1) applyAction(change, start(id), releases, now)
    expect(change.updates.map(({ id }) => id)).toEqual(Array.from({ length: 64 }, (_, index) => index + 7))
  })

  it('should speak the language of the release, not of an edit that nobody has published', () => {
    expect(applyAction(buildChange(), start(1), releases, now).locale).toBe('ru')
  })

  it('should keep nothing of somebody who is deactivated', () => {
    const change = buildChange({ isUserActive: false })
    expect(applyAction(change, start(1), releases, now).status).toBe('rejected')
    expect(change).toMatchObject({ updates: [], facts: [] })
  })
})
