import type { Step } from '../../src/payload-types.ts'
import { richText } from '../../tests/factories/richText.ts'
import type { Draw } from '../draw.ts'
import { plannedKinds, planQuestion, type PlannedKind } from './planQuestion.ts'
import type { PlannedStep } from './types.ts'

type Settings = Omit<NonNullable<Step['quiz']>, 'questions'>
type Task = NonNullable<Step['assignment']>
type More = Partial<PlannedStep['fields']> & { rule?: PlannedStep['rule'] }

/** Numbers the steps of one course: A01, A02 … */
export const createStepPlanner = (letter: string, draw: Draw) => {
  let count = 0
  const plan = (
    title: string,
    { rule, ...fields }: More,
    questions: PlannedStep['questions'] = [],
  ): PlannedStep => {
    const key = keyOf(count)
    return {
      key,
      fields: {
        title: `${title} [${key}]`,
        stepType: 'text',
        content: richText(`What ${title.toLowerCase()} is about, in a sentence or two.`),
        ...fields,
      },
      questions,
      ...(rule && { rule }),
    }
  }
  const keyOf = (number: number) => `${letter}${String(number).padStart(2, '0')}`

  return {
    /** Of the step that was planned last. */
    lastKey: () => keyOf(count),
    text: (more: More = {}): PlannedStep => {
      count += 1
      return plan('Lesson', more)
    },
    video: (more: More = {}): PlannedStep => {
      count += 1
      return plan('Film', { stepType: 'video', videoUrl: 'https://example.org/film', ...more })
    },
    quiz: (kinds: readonly PlannedKind[], settings: Settings = {}, more: More = {}): PlannedStep => {
      count += 1
      const marks = settings.pickCount ? 1 : 2
      const questions = kinds.map((kind, place) =>
        planQuestion(`${keyOf(count)}-${place + 1}`, kind, draw, place === 0 ? marks : 1),
      )
      const quiz = { ...settings, questions: questions.map(({ block }) => block) }
      return plan('Quiz', { stepType: 'quiz', quiz, ...more }, questions)
    },
    assignment: (task: Partial<Task> = {}, more: More = {}): PlannedStep => {
      count += 1
      const assignment = {
        ...{ accepts: ['text', 'photo', 'file', 'voice'], grading: 'passFail', autoApprove: 'never' },
        ...task,
      } as Task
      return plan('Task', { stepType: 'assignment', assignment, ...more })
    },
    /** So many kinds of questions, others each time, each of them sooner or later. */
    kinds: (many: number, from: number): PlannedKind[] =>
      Array.from(
        { length: many },
        (_, place) => plannedKinds[(from + place) % plannedKinds.length] ?? 'single',
      ),
  }
}

export type StepPlanner = ReturnType<typeof createStepPlanner>
