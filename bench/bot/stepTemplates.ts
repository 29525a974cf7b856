import type { LessonEvent } from '../../src/contracts/lessonEvent.ts'
import { advance } from '../../src/lesson/engine/advance.ts'
import { newLearnerState } from '../../src/lesson/engine/newLearnerState.ts'
import type { Release } from '../../src/lesson/engine/release.ts'
import type { LearnerTemplate } from './addLearners.ts'
import { startPosition, startSteps } from './scene.ts'

/** A learner who has come to each of the start steps, as the engine itself leads them there. */
export const stepTemplates = (release: Release, now: string): LearnerTemplate[] => {
  if (startPosition(startSteps + 1) !== 1) throw new Error('learners would stand elsewhere')
  return Array.from({ length: startSteps }, (_, position) => {
    const template: LearnerTemplate = { state: newLearnerState(), facts: [], updates: [] }
    const act = (event: LessonEvent) => {
      const about = { rating: null, learnerId: 'template' }
      const result = advance({ viewed: null, newest: release }, template.state, event, now, about)
      template.state = result.state
      template.facts.push(...result.facts)
      template.updates.push({ id: template.updates.length + 1 })
    }
    act({ type: 'start', payload: null })
    act({ type: 'tap', tap: { action: 'begin', version: template.state.version } })
    for (let step = 0; step < position; step++)
      act({ type: 'tap', tap: { action: 'next', version: template.state.version } })
    if (template.state.stepId !== release.steps[position]?.id) throw new Error('the engine led elsewhere')
    return template
  })
}
