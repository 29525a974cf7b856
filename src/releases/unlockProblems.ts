import { findRuleCycle } from '../lesson/engine/rules/findRuleCycle.ts'
import { ruleProblems } from '../lesson/engine/rules/ruleProblems.ts'
import type { ReleaseStep } from '../lesson/engine/release.ts'
import type { GateProblem } from './gateProblem.ts'

const field = 'unlockConditions'

/** What keeps steps of a course from ever opening: rules that cannot be fulfilled, and steps that wait for each other. */
export const unlockProblems = (steps: readonly ReleaseStep[]): GateProblem[] => {
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title ?? ''
  const problems = steps.flatMap(({ id, title, unlock }, index): GateProblem[] =>
    unlock === undefined
      ? []
      : ruleProblems(unlock, steps, index).map((problem) => {
          const named = 'stepId' in problem ? titleOf(problem.stepId) : ''
          return { code: problem.code, field, stepId: id, values: { position: index + 1, title, named } }
        }),
  )
  const [first, ...others] = findRuleCycle(steps) ?? []
  if (first === undefined) return problems
  const withRule =
    [first, ...others].find((id) => steps.some((step) => step.id === id && step.unlock)) ?? first
  const names = [first, ...others, first].map((id) => `“${titleOf(id)}”`).join(' → ')
  return [...problems, { code: 'ruleCycle', field, stepId: withRule, values: { steps: names } }]
}
