import type { UnlockRule } from './rule.ts'
import { ruleSchema } from './ruleSchema.ts'

/** A stored rule; null when there is none, or none that can be understood: then a step opens in its turn. */
export const readRule = (stored: unknown): UnlockRule | null => ruleSchema.safeParse(stored).data ?? null
