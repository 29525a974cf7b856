import type { LearnerHistory, ProgressRow } from './history.ts'
import { retellLearner, type RetellOptions } from './retell/retellLearner.ts'
import { resultOf, type Story } from './retell/story.ts'

const timeOf = (iso: string | null | undefined) => (iso == null ? null : Date.parse(iso))

const rowOf = (story: Story, stepId: string): ProgressRow => ({
  isCompleted: story.done.has(stepId),
  score: resultOf(story, stepId),
  attempts: story.quizzes.get(stepId)?.results.length ?? story.work.get(stepId)?.attempts ?? 0,
  openedAt: story.opened.get(stepId) ?? 0,
  completedAt: story.done.get(stepId) ?? null,
})

/** What the engine keeps for itself. */
const stateRowOf = ({ state }: LearnerHistory, stepId: string): ProgressRow | null => {
  const step = state.steps[stepId]
  if (step === undefined) return null
  return {
    isCompleted: step.completedAt !== null,
    score: step.quiz?.score ?? step.quiz?.best ?? step.assignment?.best ?? null,
    attempts: step.quiz?.finished ?? step.assignment?.attempts ?? 0,
    openedAt: Date.parse(step.openedAt),
    completedAt: timeOf(step.completedAt),
  }
}

/** Holds what is stored about a learner against what their facts tell. */
export const checkLearner = (history: LearnerHistory, options: RetellOptions): Story => {
  const { verdicts } = options
  const { story, percent } = retellLearner(history, options)
  const who = history.name
  const compare = (name: string, stored: unknown, told: unknown, about: string) => {
    const [is, should] = [JSON.stringify(stored), JSON.stringify(told)]
    verdicts.expect(name, is === should, () => `${who}, ${about}: stored ${is}, recomputed ${should}`)
  }
  for (const stepId of new Set([...story.opened.keys(), ...history.progress.keys()])) {
    const told = rowOf(story, stepId)
    compare('progress follows from facts', history.progress.get(stepId) ?? null, told, `step ${stepId}`)
    compare('the learner’s state follows from facts', stateRowOf(history, stepId), told, `step ${stepId}`)
  }
  for (const [stepId, quiz] of story.quizzes)
    verdicts.expect(
      'who has passed is done',
      !quiz.isPassed || story.done.has(stepId),
      () => `${who}, quiz ${stepId}`,
    )
  for (const [stepId, { status }] of story.work)
    verdicts.expect('whose work is approved is done', status !== 'approved' || story.done.has(stepId), () => `${who}, assignment ${stepId}`) // prettier-ignore
  const { completedAt, isBlocked } = history
  compare('percentages follow from completed steps', history.percent, percent, 'percent')
  compare('completion follows from facts', [completedAt, history.status], [story.completedAt, story.completedAt === null ? 'active' : 'completed'], 'completed') // prettier-ignore
  compare('who has blocked the bot is marked', isBlocked, story.isBlocked, 'blocked')
  return story
}
