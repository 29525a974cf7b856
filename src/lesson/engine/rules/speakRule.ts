import type { SpokenCondition, SpokenRule, SpokenStep } from '../../../contracts/stepLock.ts'
import { isGroup, previousStepId, type Condition, type RuleGroup } from './rule.ts'

type Names = {
  nameOf: (stepId: string) => SpokenStep
  /** What the step before is called; null: by its place alone. */
  previous: SpokenStep | null
}

const speakCondition = (condition: Condition, { nameOf, previous }: Names): SpokenCondition => {
  switch (condition.kind) {
    case 'completion': {
      const step = condition.step === previousStepId ? (previous ?? previousStepId) : nameOf(condition.step)
      return { ...condition, step }
    }
    case 'grade':
      return { ...condition, step: nameOf(condition.step) }
    case 'delay':
      return { ...condition, after: condition.after === 'previous' ? (previous ?? 'previous') : 'enrolment' }
    default:
      return { ...condition }
  }
}

/** A rule with the steps' names in it, for people. */
export const speakRule = ({ op, negate, conditions }: RuleGroup, names: Names): SpokenRule => ({
  op,
  ...(negate ? { negate } : {}),
  conditions: conditions.map((part) =>
    isGroup(part) ? speakRule(part, names) : speakCondition(part, names),
  ),
})
