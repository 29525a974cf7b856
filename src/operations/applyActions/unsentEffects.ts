import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { LearnerState } from '../../lesson/engine/types.ts'

const views: LessonEffect['type'][] = [
  'welcome',
  'step',
  'question',
  'quizResult',
  'submitted',
  'waiting',
  'completion',
]

/** Effects that are still worth sending: a view that a newer one has replaced is not. */
export const unsentEffects = (effects: LessonEffect[], state: LearnerState): LessonEffect[] =>
  effects.filter((effect) => {
    if (effect.type === 'draft') return state.drafts?.[effect.stepId]?.revision === effect.revision
    return !views.includes(effect.type) || ('version' in effect && effect.version === state.version)
  })
