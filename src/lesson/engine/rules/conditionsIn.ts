import { isGroup, type Condition, type RuleGroup } from './rule.ts'

/** All conditions of a rule, those of its groups too, in their order. */
export const conditionsIn = ({ conditions }: RuleGroup): Condition[] =>
  conditions.flatMap((part) => (isGroup(part) ? conditionsIn(part) : [part]))
