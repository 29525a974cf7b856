import { viewTypes, type LessonEffect } from '../../contracts/lessonEffect.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'

/** Effects that are still worth sending: a view that a newer one has replaced is not. */
export const unsentEffects = (effects: LessonEffect[], state: LearnerState): LessonEffect[] =>
  effects.filter((effect) => {
    if (effect.type === 'draft') return state.drafts?.[effect.stepId]?.revision === effect.revision
    return !viewTypes.has(effect.type) || ('version' in effect && effect.version === state.version)
  })
