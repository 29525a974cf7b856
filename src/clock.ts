import { processState } from './processState.ts'

/** Product time. Everything that a learner or author can notice uses it; in SQL it is a parameter. */
export const now = (): Date => new Date(Date.now() + processState().clockOffsetMs)

export const nowIso = (): string => now().toISOString()
