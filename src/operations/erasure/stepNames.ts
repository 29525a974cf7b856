import { givenLines } from '../../lesson/engine/quiz/answerLines.ts'
import type { Release } from '../../lesson/engine/release.ts'

type About = { stepId: string | null; releaseId: string | null; data: Record<string, unknown> }

/** What steps, questions and options are called in the releases in which somebody met them. */
export const createStepNames = async (
  releaseIds: string[],
  load: (id: string) => Promise<Release | undefined>,
) => {
  const releases = new Map<string, Release>()
  for (const id of releaseIds) {
    const release = await load(id)
    if (release !== undefined) releases.set(id, release)
  }
  const titles = new Map(
    [...releases.values()].flatMap(({ steps }) => steps.map(({ id, title }) => [id, title])),
  )

  const questionOf = ({ stepId, releaseId, data }: About) => {
    const step = releases.get(releaseId ?? '')?.steps.find(({ id }) => id === stepId)
    if (step?.stepType !== 'quiz') return undefined
    return step.quiz.questions.find(({ id }) => id === data.question)
  }

  return {
    /** A step that left the course before anything was learned of it has its id alone. */
    titleOf: (stepId: string): string => titles.get(stepId) ?? stepId,
    dataOf: (about: About): Record<string, unknown> => {
      const { data } = about
      const question = questionOf(about)
      if (question === undefined) return data
      const { options: ids, ...rest } = data
      return {
        ...rest,
        question: question.text,
        ...(Array.isArray(ids)
          ? { answer: givenLines(question, { kind: 'options', ids: ids.map(String) }) }
          : {}),
      }
    },
  }
}
