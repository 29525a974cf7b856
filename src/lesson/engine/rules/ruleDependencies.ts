import { previousStepId, isGroup, type Condition, type RuleGroup } from './rule.ts'

/** A step as the order of opening sees it, in the course's order. */
export type OrderedStep = { id: string; isRequired: boolean; unlock?: RuleGroup & { show: string } }

/** The step that has to be gone through before this condition can hold; null: it waits for no other. */
const awaitedBy = (condition: Condition, previousId: string | null): string | null => {
  switch (condition.kind) {
    case 'completion':
      return condition.step === previousStepId ? previousId : condition.step
    case 'grade':
      return condition.step
    case 'delay':
      return condition.after === 'previous' ? previousId : null
    default:
      return null
  }
}

const canHold = (
  part: Condition | RuleGroup,
  previousId: string | null,
  isReached: (stepId: string) => boolean,
): boolean => {
  if (!isGroup(part)) {
    const awaited = awaitedBy(part, previousId)
    return awaited === null || isReached(awaited)
  }
  // That something has not happened is so at the beginning.
  if (part.negate) return true
  const holds = (one: Condition | RuleGroup) => canHold(one, previousId, isReached)
  return part.op === 'all' ? part.conditions.every(holds) : part.conditions.some(holds)
}

/** Steps that have to be gone through before this one can open, by its rule or by the course's order. */
const awaitedSteps = (steps: readonly OrderedStep[], index: number): string[] => {
  const step = steps[index]
  const previousId = steps[index - 1]?.id ?? null
  const within = (part: Condition | RuleGroup): string[] =>
    isGroup(part)
      ? part.negate
        ? []
        : part.conditions.flatMap(within)
      : [awaitedBy(part, previousId)].filter((id) => id !== null)
  if (step?.unlock !== undefined) return within(step.unlock)
  // A hidden step is not there until it opens, so nothing waits for it.
  const before = steps.slice(0, index)
  return before
    .filter(({ isRequired, unlock }) => isRequired && unlock?.show !== 'hidden')
    .map(({ id }) => id)
}

/** One look at all steps in their order: those that can open after `reached`, which grows. */
const reachMore = (
  steps: readonly OrderedStep[],
  reached: Set<string>,
  isReached: (id: string) => boolean,
): void => {
  // Whether everything required before has been gone through.
  let isInTurn = true
  for (const [index, { id, isRequired, unlock }] of steps.entries()) {
    const canOpen = unlock === undefined ? isInTurn : canHold(unlock, steps[index - 1]?.id ?? null, isReached)
    if (canOpen) reached.add(id)
    else if (isRequired && unlock?.show !== 'hidden') isInTurn = false
  }
}

/** For each step that could never open, because it waits for itself in the end: those like it that it waits for. */
export const stuckSteps = (steps: readonly OrderedStep[]): Map<string, string[]> => {
  const known = new Set(steps.map(({ id }) => id))
  const reached = new Set<string>()
  // What is no step of the course is said elsewhere; here it is in nobody's way.
  const isReached = (id: string) => reached.has(id) || !known.has(id)
  for (let before = -1; before < reached.size;) {
    before = reached.size
    reachMore(steps, reached, isReached)
  }
  return new Map(
    steps.flatMap(({ id }, index) =>
      reached.has(id) ? [] : [[id, awaitedSteps(steps, index).filter((awaited) => !isReached(awaited))]],
    ),
  )
}
