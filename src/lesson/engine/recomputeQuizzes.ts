import type { DatedFact } from './recomputeProgress.ts'

type Attempt = {
  stepId: string
  /** Of answers, by question: what they earned. */
  marks: Map<unknown, number>
  outOf: number
  /** Questions there are, as facts of long ago tell it: an attempt was over when all were answered. */
  total: number
  isOld: boolean
  end: { isCounted: boolean; grading: unknown } | null
}

type Score = { finished: number; best: number; score: number }

const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other)

const readAttempts = (facts: readonly DatedFact[]): Attempt[] => {
  const attempts = new Map<string, Attempt>()
  for (const { type, stepId, data } of facts) {
    if ((type !== 'quiz_answered' && type !== 'quiz_finished') || stepId === null) continue
    const key = `${stepId} ${String(data.attempt)}`
    const attempt = attempts.get(key) ?? {
      ...{ stepId, marks: new Map(), outOf: 0, total: 0, isOld: false, end: null },
    }
    // As the last one of them ended, so they stand in the row.
    attempts.delete(key)
    attempts.set(key, attempt)
    if (type === 'quiz_finished') {
      attempt.end ??= { isCounted: data.ended !== 'discarded', grading: data.grading }
      attempt.outOf = numberOr(data.outOf, 0)
    } else if (!attempt.marks.has(data.question)) {
      attempt.isOld ||= data.mark === undefined
      attempt.total = numberOr(data.total, 0)
      attempt.marks.set(data.question, numberOr(data.mark, data.isCorrect === true ? 1 : 0))
    }
  }
  return [...attempts.values()]
}

/** The percentage of an attempt that is over and counts; null of others. */
const percentOf = ({ marks, outOf, total, isOld, end }: Attempt): number | null => {
  const isOver = end === null ? isOld && marks.size >= total : end.isCounted
  const all = end === null ? total : outOf
  if (!isOver || all <= 0) return null
  const earned = [...marks.values()].reduce((sum, mark) => sum + mark, 0)
  // Fractions of marks do not add up exactly.
  return Math.min(100, Math.floor(Math.max(0, (100 * earned) / all) + 0.0001))
}

const scoreOf = (percents: readonly number[], grading: unknown): number => {
  const [first = 0] = percents
  if (grading === 'first') return first
  if (grading === 'last') return percents.at(-1) ?? 0
  if (grading === 'average') return Math.floor(percents.reduce((sum, one) => sum + one, 0) / percents.length)
  return Math.max(...percents)
}

/** What the facts say of quizzes: each attempt is added up anew, and graded as the last of them says. */
export const recomputeQuizzes = (facts: readonly DatedFact[]): Record<string, Score> => {
  const quizzes = new Map<string, { percents: number[]; grading: unknown }>()
  for (const attempt of readAttempts(facts)) {
    const percent = percentOf(attempt)
    if (percent === null) continue
    const { percents } = quizzes.get(attempt.stepId) ?? { percents: [] }
    quizzes.set(attempt.stepId, { percents: [...percents, percent], grading: attempt.end?.grading })
  }
  return Object.fromEntries(
    [...quizzes].map(([stepId, { percents, grading }]) => [
      stepId,
      { finished: percents.length, best: Math.max(...percents), score: scoreOf(percents, grading) },
    ]),
  )
}
