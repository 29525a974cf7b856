/** What a learner's facts tell, told by nothing of the product's own. Times are milliseconds. */
export type Attempt = {
  /** What the answers have earned so far, by question. */
  marks: Map<string, number>
  outOf: number
}

export type QuizStory = {
  attempts: Map<number, Attempt>
  /** Percentages of the attempts that count, in their order. */
  results: number[]
  /** Those that ended with their time and do not count. */
  discarded: number
  isPassed: boolean
  grading: string
}

export type WorkStory = { attempts: number; status: 'pending' | 'approved' | 'rejected'; best: number | null }

export type Story = {
  enrolledAt: number | null
  completedAt: number | null
  opened: Map<string, number>
  done: Map<string, number>
  unlocked: Map<string, number>
  /** First steps of what a schedule has released, and when it was to. */
  released: Map<string, number>
  quizzes: Map<string, QuizStory>
  work: Map<string, WorkStory>
  isBlocked: boolean
}

export const newStory = (): Story => ({
  ...{ enrolledAt: null, completedAt: null, isBlocked: false },
  ...{
    opened: new Map(),
    done: new Map(),
    unlocked: new Map(),
    released: new Map(),
    quizzes: new Map(),
    work: new Map(),
  },
})

/** What the grading makes of the attempts; null when none counts. */
const scoreOf = ({ results, grading }: QuizStory): number | null => {
  const [first] = results
  if (first === undefined) return null
  if (grading === 'first') return first
  if (grading === 'last') return results.at(-1) ?? first
  if (grading === 'average') return Math.floor(results.reduce((sum, one) => sum + one, 0) / results.length)
  return Math.max(...results)
}

/** The result of a quiz or an assignment in percent. */
export const resultOf = (story: Story, stepId: string): number | null => {
  const quiz = story.quizzes.get(stepId)
  return (quiz ? scoreOf(quiz) : null) ?? story.work.get(stepId)?.best ?? null
}
