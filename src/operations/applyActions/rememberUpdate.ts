import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { RecentUpdate } from './types.ts'

/** So many update ids are remembered per learner; Telegram redelivers in order, so few are ever needed. */
const rememberedUpdates = 64

/** Takes one more update into the list, with its effects until they are known to be sent. */
export const rememberUpdate = (
  updates: readonly RecentUpdate[],
  { id, effects }: { id: number; effects: LessonEffect[] },
): RecentUpdate[] => [...updates, effects.length > 0 ? { id, effects } : { id }].slice(-rememberedUpdates)
