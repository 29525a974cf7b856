import type { SystemEvent } from './systemEvent.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './types.ts'

/** What happens without the learner's doing. What it was about may be over: then it changes nothing. */
export const happened = (turn: Turn, _event: SystemEvent): AdvanceResult => answer(turn)
