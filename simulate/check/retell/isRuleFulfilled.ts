import type { UnlockRule } from '../../../src/lesson/engine/rules/rule.ts'
import type { Release } from '../../../src/lesson/engine/release.ts'
import { resultOf, type Story } from './story.ts'
import { daysLater } from './wallClock.ts'

type Part = UnlockRule['conditions'][number]
type Condition = Exclude<Part, { op: string }>

export type Circumstances = {
  story: Story
  release: Release
  /** Whose rule it is. */
  stepId: string
  at: number
  zone: string
}

const unitMs = { minutes: 60_000, hours: 3_600_000 } as const

const hasFailed = (story: Story, stepId: string): boolean => {
  const quiz = story.quizzes.get(stepId)
  if (quiz) return quiz.results.length + quiz.discarded > 0 && !quiz.isPassed
  return story.work.get(stepId)?.status === 'rejected' && !story.done.has(stepId)
}

const isFulfilled = (condition: Condition, { story, release, stepId, at, zone }: Circumstances): boolean => {
  const place = release.steps.findIndex(({ id }) => id === stepId)
  const previous = release.steps[place - 1]?.id ?? ''
  switch (condition.kind) {
    case 'completion': {
      const about = condition.step === 'previous' ? previous : condition.step
      const failed = hasFailed(story, about)
      if (condition.state === 'failed') return failed
      return story.done.has(about) && (condition.state === 'done' || !failed)
    }
    case 'date':
      if (condition.from !== undefined) return at >= Date.parse(condition.from)
      return at < Date.parse(condition.until ?? '')
    case 'delay': {
      const start = condition.after === 'enrolment' ? story.enrolledAt : (story.done.get(previous) ?? null)
      if (start === null) return false
      const { amount, unit } = condition
      return at >= (unit === 'days' ? daysLater(start, amount, zone) : start + amount * unitMs[unit])
    }
    case 'grade': {
      const result = resultOf(story, condition.step)
      return result !== null && result >= (condition.min ?? 0) && result <= (condition.max ?? 100)
    }
    case 'tag':
    case 'purchase':
      return false
  }
}

/** Whether a rule is fulfilled, as it reads. */
export const isRuleFulfilled = (rule: Part, around: Circumstances): boolean => {
  if (!('op' in rule)) return isFulfilled(rule, around)
  const parts = rule.conditions.map((part) => isRuleFulfilled(part, around))
  const holds = rule.op === 'all' ? !parts.includes(false) : parts.includes(true)
  return rule.negate ? !holds : holds
}
