import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { RunnerAction } from '../../contracts/runnerActions.ts'
import { newTesterState } from './newTesterState.ts'
import type { Answer, LearnerChange } from './types.ts'

/**
 * The engine's answer to a tester. One who wants to be forgotten has nothing to be given first, and is so at once: what
 * they did in the test goes, but they are still let in.
 */
export const answerTester = (change: LearnerChange, action: RunnerAction, answer: Answer): Answer => {
  if (!change.records.some(({ type }) => type === 'erasure')) return { ...answer, isTest: true }
  const effects: LessonEffect[] = [{ type: 'notice', key: 'testErased' }]
  // The buttons above stay those of something that is over.
  change.state = { ...newTesterState(), version: change.state.version + 1 }
  change.updates = change.updates.map((update) =>
    update.id === action.updateId ? { id: update.id, effects } : update,
  )
  return { ...answer, effects, isTest: true }
}
