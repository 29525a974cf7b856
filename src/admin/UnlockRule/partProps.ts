import type { RuleDraftProblem } from '../../lesson/engine/rules/ruleDraftProblems.ts'
import type { RuleCourse } from './useCourseSteps.ts'

/** What conditions and groups of a rule have in common. */
export type PartProps = {
  /** Its number, and those of the groups that it stands in. */
  place: number[]
  /** Of the whole rule. */
  problems: RuleDraftProblem[]
  course: RuleCourse
  /** The step that has the rule. */
  ownId: string
  onRemove: () => void
}
