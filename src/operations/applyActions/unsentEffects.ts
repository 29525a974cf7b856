import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { LearnerState } from '../../lesson/engine/types.ts'

const views: LessonEffect['type'][] = ['welcome', 'step', 'question', 'quizResult', 'completion']

/** Effects that are still worth sending: a view that a newer one has replaced is not. */
export const unsentEffects = (effects: LessonEffect[], state: LearnerState): LessonEffect[] =>
  effects.filter(
    (effect) => !views.includes(effect.type) || ('version' in effect && effect.version === state.version),
  )
