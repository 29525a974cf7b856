import { showWelcome } from './showWelcome.ts'
import type { Turn } from './turn.ts'
import type { AdvanceResult, Fact } from './advanceResult.ts'

/** /start: the first one makes the learner active; any later one loses nothing. */
export const start = (turn: Turn, payload: string | null): AdvanceResult => {
  const isFirst = turn.state.status === 'invited'
  const about = { stepId: null, releaseId: turn.newest.id }
  const facts: Fact[] = [...turn.facts, { type: 'bot_started', ...about, data: { payload } }]
  if (isFirst) facts.push({ type: 'enrolled', ...about, data: {} })
  const state = isFirst ? { ...turn.state, status: 'active' as const, enrolledAt: turn.now } : turn.state
  return showWelcome({ ...turn, state, facts })
}
