import { delayEnd } from './delayEnd.ts'
import { isGroup, previousStepId, type Condition, type RuleGroup } from './rule.ts'
import type { RuleFacts } from './ruleFacts.ts'

const isDue = (time: number | null, now: number) => time !== null && now >= time

const isConditionMet = (condition: Condition, facts: RuleFacts, now: number): boolean => {
  switch (condition.kind) {
    case 'completion': {
      const stepId = condition.step === previousStepId ? facts.previousId : condition.step
      if (stepId === null) return false
      if (condition.state === 'failed') return facts.hasFailed(stepId)
      return facts.completedAt(stepId) !== null && !(condition.state === 'passed' && facts.hasFailed(stepId))
    }
    case 'date':
      return condition.from !== undefined
        ? isDue(Date.parse(condition.from), now)
        : now < Date.parse(condition.until ?? '')
    case 'delay':
      return isDue(delayEnd(condition, facts), now)
    case 'grade': {
      const score = facts.scoreOf(condition.step)
      return score !== null && score >= (condition.min ?? 0) && score <= (condition.max ?? 100)
    }
    // Neither tags nor purchases can be judged: `judgeRule` keeps a step with them closed.
    case 'tag':
    case 'purchase':
      return false
  }
}

/** Whether it is so at this moment, in milliseconds since the epoch. */
export const isRuleMet = (part: Condition | RuleGroup, facts: RuleFacts, now: number): boolean => {
  if (!isGroup(part)) return isConditionMet(part, facts, now)
  const isMet = (one: Condition | RuleGroup) => isRuleMet(one, facts, now)
  const holds = part.op === 'all' ? part.conditions.every(isMet) : part.conditions.some(isMet)
  return holds !== (part.negate ?? false)
}
