import type { PayloadRequest } from 'payload'

import type { ApiQuiz } from '../../contracts/api/quiz.ts'
import type { NewStep, StepChange } from '../../contracts/api/steps.ts'
import { readContent } from './readContent.ts'

/** Questions by kind, as the editor's blocks. */
const quizData = ({ questions, bands, ...settings }: ApiQuiz) => ({
  ...settings,
  ...(bands && { bands: bands.map((band) => ({ ...band, blockType: 'band' as const })) }),
  questions: questions.map(({ kind, ...question }) => ({ ...question, blockType: kind })),
})

/** What a client writes of a step, as the collection takes it; what is left out stays as it is. */
export const stepData = async (
  req: PayloadRequest,
  { content, quiz, assignment, after: _after, ...written }: NewStep | StepChange,
): Promise<{ data: Record<string, unknown>; notes: string[] }> => {
  const read = content === undefined ? null : await readContent(req, content)
  return {
    data: {
      ...written,
      ...(read && { content: read.state }),
      ...(quiz && { quiz: quizData(quiz) }),
      ...(assignment && { assignment }),
    },
    notes: read?.notes ?? [],
  }
}
