import type { LessonEffect } from '../../../contracts/lessonEffect.ts'

export type EffectOf<Type extends LessonEffect['type']> = Extract<LessonEffect, { type: Type }>
