import { checkStepFits, type StepProblem } from '../lesson/render/checkStepFits.ts'
import type { ReleaseContent } from './buildReleaseContent.ts'
import type { GateProblem } from './gateProblem.ts'
import { stepKindProblems } from './stepKindProblems.ts'

const minTitleLength = 5
const minDescriptionLength = 20

const hasText = (node: unknown): boolean => {
  if (typeof node !== 'object' || node === null) return false
  const { text, children } = node as { text?: unknown; children?: unknown }
  if (typeof text === 'string' && text.trim() !== '') return true
  return Array.isArray(children) && children.some(hasText)
}

const describe = (problem: StepProblem): Pick<GateProblem, 'code' | 'values'> =>
  problem.code === 'tooManyMessages'
    ? { code: 'stepTooLong', values: { count: problem.count, max: problem.limit } }
    : { code: 'stepNotShowable', values: { kinds: problem.kinds.join(', ') } }

/** The publish gate: everything that is missing or too large, at once. Empty: the course can be published. */
export const checkPublishable = (
  content: ReleaseContent,
  course: { category: string | null },
): GateProblem[] => {
  const problems: GateProblem[] = []
  if ([...content.title].length < minTitleLength)
    problems.push({ code: 'titleTooShort', field: 'title', values: { min: minTitleLength } })
  if ([...content.description].length < minDescriptionLength)
    problems.push({
      code: 'descriptionTooShort',
      field: 'description',
      values: { min: minDescriptionLength },
    })
  if (course.category === null) problems.push({ code: 'categoryMissing', field: 'category', values: {} })
  if (content.steps.length === 0) problems.push({ code: 'noSteps', field: 'steps', values: {} })

  for (const [index, step] of content.steps.entries()) {
    const at = { field: 'content', stepId: step.id }
    const values = { position: index + 1, title: step.title }
    if (step.stepType === 'text' && !hasText(step.content?.root))
      problems.push({ code: 'stepEmpty', ...at, values })
    problems.push(...stepKindProblems(step, values))
    for (const problem of checkStepFits(step).map(describe))
      problems.push({ ...problem, ...at, values: { ...values, ...problem.values } })
  }
  return problems
}
