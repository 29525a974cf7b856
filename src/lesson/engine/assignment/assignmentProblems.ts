import type { Assignment } from '../release.ts'

export type AssignmentProblem = 'assignmentTakesNothing' | 'assignmentPoints' | 'assignmentCutOffFirst'

const isBefore = (cutOff: Assignment['cutOff'], due: Assignment['due']): boolean => {
  if (cutOff === null || due === null) return false
  if ('at' in cutOff && 'at' in due) return Date.parse(cutOff.at) < Date.parse(due.at)
  return 'afterDays' in cutOff && 'afterDays' in due && cutOff.afterDays < due.afterDays
}

/** What keeps an assignment from being answered and reviewed; empty when all is well. */
export const assignmentProblems = ({
  accepts,
  maxPoints,
  passPoints,
  due,
  cutOff,
}: Assignment): AssignmentProblem[] => {
  const problems: AssignmentProblem[] = []
  if (accepts.length === 0) problems.push('assignmentTakesNothing')
  if (maxPoints !== null && passPoints !== null && passPoints > maxPoints) problems.push('assignmentPoints')
  if (isBefore(cutOff, due)) problems.push('assignmentCutOffFirst')
  return problems
}
