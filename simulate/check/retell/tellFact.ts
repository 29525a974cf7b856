import type { Quiz } from '../../../src/lesson/engine/quiz/quizTypes.ts'
import type { Release, ReleaseStep } from '../../../src/lesson/engine/release.ts'
import type { HistoryFact, SubmissionRow } from '../history.ts'
import type { Verdicts } from '../createVerdicts.ts'
import { creditOf } from './creditOf.ts'
import type { QuizStory, Story } from './story.ts'

type Told = {
  story: Story
  fact: HistoryFact
  /** The one that the fact is about. */
  release: Release | undefined
  submissions: readonly SubmissionRow[]
  verdicts: Verdicts
  /** Who, where and when, in words. */
  where: () => string
}

const stepIn = ({ fact, release }: Told): ReleaseStep | undefined =>
  release?.steps.find(({ id }) => id === fact.stepId)

const quizStoryOf = (story: Story, stepId: string): QuizStory => {
  const known = story.quizzes.get(stepId) ?? {
    ...{ attempts: new Map(), results: [], discarded: 0, isPassed: false, grading: 'highest' },
  }
  story.quizzes.set(stepId, known)
  return known
}

const isNear = (value: unknown, wished: number) =>
  typeof value === 'number' && Math.abs(value - wished) < 1e-5

const answered = (told: Told, quiz: Quiz, stepId: string): void => {
  const { story, fact, verdicts, where } = told
  const { data } = fact
  const question = quiz.questions.find(({ id }) => id === data.question)
  if (question === undefined)
    return verdicts.expect('answers are graded rightly', false, () => `${where()}: no such question`)
  const credit = creditOf(question, data, quiz.settings?.hasPartialCredit ?? false)
  const lost = credit === 0 ? (quiz.settings?.negativeMarks ?? 0) / 100 : 0
  const mark = (question.marks ?? 1) * (credit - lost)
  verdicts.expect(
    'answers are graded rightly',
    isNear(data.credit, credit) && isNear(data.mark, mark) && data.isCorrect === (credit === 1),
    () => `${where()}: ${question.kind} ${JSON.stringify(data)}, recomputed ${credit} worth ${mark}`,
  )
  const { attempts } = quizStoryOf(story, stepId)
  const attempt = attempts.get(Number(data.attempt)) ?? { marks: new Map(), outOf: 0 }
  attempts.set(Number(data.attempt), attempt)
  verdicts.expect('a question is answered once in an attempt', !attempt.marks.has(question.id), where)
  attempt.marks.set(question.id, mark)
}

const finished = (told: Told, quiz: Quiz, stepId: string): void => {
  const { story, fact, verdicts, where } = told
  const { data } = fact
  const known = quizStoryOf(story, stepId)
  const { marks } = known.attempts.get(Number(data.attempt)) ?? { marks: new Map<string, number>() }
  const { questions, settings = {} } = quiz
  // Where not all are asked, all are worth the same.
  const asked = settings.pickCount ? Math.min(settings.pickCount, questions.length) : null
  const outOf = asked ?? questions.reduce((sum, { marks: worth = 1 }) => sum + worth, 0)
  const earned = [...marks.values()].reduce((sum, mark) => sum + mark, 0)
  const exact = Math.min(100, Math.max(0, (100 * earned) / outOf + 1e-4))
  const counts = data.ended !== 'discarded'
  const isPassed = counts && exact >= quiz.passingPercentage
  verdicts.expect(
    'results of attempts follow from their answers',
    data.score === (counts ? Math.floor(exact) : null) &&
      data.isPassed === (counts ? isPassed : null) &&
      data.outOf === outOf,
    () => `${where()}: ${JSON.stringify(data)}, recomputed ${exact} % of ${outOf}`,
  )
  known.grading = settings.grading ?? 'highest'
  if (counts) known.results.push(Math.floor(exact))
  else known.discarded += 1
  known.isPassed ||= isPassed
}

const reviewed = ({ story, fact, submissions, verdicts, where }: Told, stepId: string): void => {
  const { data } = fact
  const row = submissions.find((one) => one.stepId === stepId && one.attempt === data.attempt)
  const known = story.work.get(stepId)
  const all = row?.maxScore ?? null
  const verdict = row?.status
  const percent =
    all === null
      ? verdict === 'approved'
        ? 100
        : null
      : row?.score == null
        ? null
        : Math.floor((row.score * 100) / all)
  verdicts.expect(
    'reviews are what reviewers decided',
    known?.status === 'pending' && data.verdict === verdict && data.percent === percent,
    () => `${where()}: ${JSON.stringify(data)}, submission ${JSON.stringify(row)}`,
  )
  if (known === undefined || (verdict !== 'approved' && verdict !== 'rejected')) return
  known.status = verdict
  if (percent !== null) known.best = Math.max(known.best ?? 0, percent)
}

/** Whether what had been done by then completes the step. */
const mayBeDone = (story: Story, step: ReleaseStep): boolean => {
  if (step.stepType === 'assignment') return story.work.get(step.id)?.status === 'approved'
  if (step.stepType !== 'quiz') return story.opened.has(step.id)
  const known = story.quizzes.get(step.id)
  if (known === undefined) return false
  const { maxAttempts = 0, whenFailed = 'hold' } = step.quiz.settings ?? {}
  const isOver = maxAttempts > 0 && known.results.length + known.discarded >= maxAttempts
  return known.isPassed || (isOver && whenFailed === 'continue')
}

/** Goes on with the story by one fact, and holds the fact against what was told before. */
export const tellFact = (told: Told): void => {
  const { story, fact, verdicts, where } = told
  const { type, at, stepId } = fact
  const step = stepIn(told)
  if (type === 'enrolled') story.enrolledAt ??= at
  if (type === 'bot_blocked') story.isBlocked = true
  if (type === 'bot_unblocked') story.isBlocked = false
  if (stepId === null) return
  switch (type) {
    case 'step_opened':
      verdicts.expect('a step is opened once', !story.opened.has(stepId), where)
      story.opened.set(stepId, story.opened.get(stepId) ?? at)
      return
    case 'step_unlocked':
      if (fact.data.by === 'drip') {
        verdicts.expect('a step is released once', !story.released.has(stepId), where)
        story.released.set(stepId, Date.parse(String(fact.data.dueAt)))
        return
      }
      verdicts.expect('a step is unlocked once', !story.unlocked.has(stepId), where)
      story.unlocked.set(stepId, at)
      return
    case 'step_completed':
      verdicts.expect('a step is completed once', !story.done.has(stepId), where)
      verdicts.expect(
        'a step is completed by what was done there',
        step !== undefined && mayBeDone(story, step),
        where,
      )
      story.done.set(stepId, story.done.get(stepId) ?? at)
      return
    case 'quiz_answered':
      if (step?.stepType === 'quiz') answered(told, step.quiz, stepId)
      return
    case 'quiz_finished':
      if (step?.stepType === 'quiz') finished(told, step.quiz, stepId)
      return
    case 'assignment_submitted': {
      const known = story.work.get(stepId)
      verdicts.expect(
        'attempts at assignments are numbered on',
        fact.data.attempt === (known?.attempts ?? 0) + 1 && known?.status !== 'pending',
        where,
      )
      story.work.set(stepId, {
        attempts: (known?.attempts ?? 0) + 1,
        status: 'pending',
        best: known?.best ?? null,
      })
      return
    }
    case 'assignment_reviewed':
      reviewed(told, stepId)
  }
}
