import type { ApiQuiz } from '../../contracts/api/quiz.ts'
import type { AssignmentTask } from '../../contracts/api/assignmentTask.ts'
import type { EditorStep } from '../../contracts/api/steps.ts'
import type { Step } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'
import { versionOf } from '../versionOf.ts'

type Stored = Record<string, unknown>

/** Without what is empty: an author has not said it. */
const filled = (fields: Stored): Stored =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

const rows = (list: unknown): Stored[] => (Array.isArray(list) ? (list as Stored[]) : [])
const mediaOf = ({ media }: Stored) => idOf(media as string | { id: string } | null)

const rowOf = (row: Stored): Stored => filled({ ...row, ...('media' in row && { media: mediaOf(row) }) })

const questionOf = ({ blockType, blockName: _blockName, ...question }: Stored): Stored => ({
  ...rowOf(question),
  kind: blockType,
  ...Object.fromEntries(
    ['options', 'answers', 'items', 'pairs'].flatMap((name) =>
      name in question ? [[name, rows(question[name]).map(rowOf)]] : [],
    ),
  ),
})

const quizOf = (quiz: Step['quiz']): ApiQuiz => {
  const { questions, bands, ...settings } = quiz ?? {}
  return {
    ...filled(settings),
    ...(bands && {
      bands: rows(bands).map(({ blockType: _blockType, blockName: _blockName, ...band }) => filled(band)),
    }),
    questions: rows(questions).map(questionOf),
  } as unknown as ApiQuiz
}

/** A step as its authors have it. @param notes what of their Markdown could not be kept */
export const toEditorStep = (step: Step, orderIndex: number, notes: string[] = []): EditorStep => ({
  id: step.id,
  courseId: idOf(step.course) ?? '',
  version: versionOf(Date.parse(step.updatedAt)),
  title: step.title,
  stepType: step.stepType,
  section: step.section ?? null,
  isRequired: step.isRequired ?? true,
  estimatedDuration: step.estimatedDuration ?? null,
  orderIndex,
  content: (step.content as EditorStep['content'] | undefined) ?? null,
  description: step.description ?? null,
  video: idOf(step.video),
  videoUrl: step.videoUrl ?? null,
  quiz: step.stepType === 'quiz' ? quizOf(step.quiz) : null,
  assignment: step.stepType === 'assignment' ? (filled(step.assignment ?? {}) as AssignmentTask) : null,
  unlockConditions: (step.unlockConditions as EditorStep['unlockConditions'] | undefined) ?? null,
  drip: (step.drip as EditorStep['drip'] | undefined) ?? null,
  notes,
  createdAt: step.createdAt,
  updatedAt: step.updatedAt,
})
