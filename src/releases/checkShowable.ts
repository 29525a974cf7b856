import { fromLexical } from '../lesson/content/fromLexical.ts'
import { toLearnerStep } from '../lesson/engine/toLearnerStep.ts'
import { checkStepFits, type StepProblem } from '../lesson/render/checkStepFits.ts'
import type { ReleaseContent } from './buildReleaseContent.ts'
import type { GateProblem } from './gateProblem.ts'
import { stepKindProblems } from './stepKindProblems.ts'

/** Whether there is anything to learn from; a line between nothing is nothing. */
const hasContent = (content: ReleaseContent['steps'][number]['content']): boolean =>
  fromLexical(content).some(({ type }) => type !== 'divider')

const describe = (problem: StepProblem): Pick<GateProblem, 'code' | 'field' | 'values'> => {
  const field = 'content'
  switch (problem.code) {
    case 'tooManyMessages':
      return { code: 'stepTooLong', field, values: { count: problem.count, max: problem.limit } }
    case 'unsupportedContent':
      return { code: 'stepNotShowable', field, values: { kinds: problem.kinds.join(', ') } }
    case 'fileMissing':
    case 'fileTooLarge': {
      const { place, code } = problem
      const filename = problem.code === 'fileTooLarge' ? problem.filename : ''
      if (place.in === 'video')
        return { code, field: 'videoFile', values: { place: 'video', number: 0, filename } }
      const inQuiz = place.in === 'questions'
      return {
        code,
        field: inQuiz ? 'questions' : field,
        values: { place: inQuiz ? 'question' : 'block', number: place.number ?? 0, filename },
      }
    }
  }
}

/** What keeps a course from being shown in a chat at all, whoever learns it. Empty: all its steps can be sent. */
export const checkShowable = (content: ReleaseContent): GateProblem[] => {
  const problems: GateProblem[] = []
  if (content.steps.length === 0) problems.push({ code: 'noSteps', field: 'steps', values: {} })

  for (const [index, step] of content.steps.entries()) {
    const values = { position: index + 1, title: step.title }
    if (['text', 'assignment'].includes(step.stepType) && !hasContent(step.content))
      problems.push({ code: 'stepEmpty', field: 'content', stepId: step.id, values })
    problems.push(...stepKindProblems(step, values))
    // A file too large for Telegram is given to learners by a signed link.
    for (const problem of checkStepFits(toLearnerStep(step), content.media, true).map(describe))
      problems.push({ ...problem, stepId: step.id, values: { ...values, ...problem.values } })
  }
  return problems
}
