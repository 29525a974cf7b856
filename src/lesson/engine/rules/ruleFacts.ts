/** What a rule is judged by: of one learner, and of the place of the step that has it. */
export type RuleFacts = {
  /** ISO; null when the learner has not begun the course. */
  enrolledAt: string | null
  /** The step before; null when there is none. */
  previousId: string | null
  /** ISO; null when the step is not done. */
  completedAt: (stepId: string) => string | null
  hasFailed: (stepId: string) => boolean
  /** The best result in percent; null when there is none. */
  scoreOf: (stepId: string) => number | null
  /** The learner's own. */
  timeZone: string
}
