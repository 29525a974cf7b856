import { checkStepFits, type StepProblem } from '../lesson/render/checkStepFits.ts'
import type { MessageKey } from '../i18n/en.ts'
import type { MessageValues } from '../i18n/translate.ts'
import type { ReleaseContent } from './buildReleaseContent.ts'

type Suffix<Key> = Key extends `gate.${infer Code}` ? Code : never
export type GateCode = Suffix<MessageKey>

/** One thing that stands in the way of publishing, and where it is mended. */
export type GateProblem = {
  code: GateCode
  /** Field of the course, or of the step. */
  field: string
  stepId?: string
  values: MessageValues
}

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
    if (!hasText(step.content?.root)) problems.push({ code: 'stepEmpty', ...at, values })
    for (const problem of checkStepFits(step).map(describe))
      problems.push({ ...problem, ...at, values: { ...values, ...problem.values } })
  }
  return problems
}
