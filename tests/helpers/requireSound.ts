import type { Payload } from 'payload'
import { expect } from 'vitest'

import { recomputeProgress, type DatedFact } from '../../src/lesson/engine/recomputeProgress.ts'
import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import type { Stack } from './startStack.ts'

type ProgressRow = { step: string; isCompleted: boolean; score: number | null; attempts: number }
type Row = {
  person: number
  state: LearnerState
  percent: number
  facts: DatedFact[]
  progress: ProgressRow[]
}

const readLearning = async (payload: Payload, courseId: string): Promise<Row[]> => {
  const { rows } = await payload.db.pool.query<Row>(
    `SELECT u.telegram_id::float8 AS person, e.state, e.progress_percent::int AS percent,
            (SELECT coalesce(json_agg(json_build_object('type', f.type, 'stepId', f.step_id, 'releaseId', f.release_id,
               'data', f.data, 'at', f.at) ORDER BY f.at, f.ctid), '[]')
             FROM facts f WHERE f.enrollment_id = e.id) AS facts,
            (SELECT coalesce(json_agg(json_build_object('step', p.step, 'isCompleted', p.is_completed,
               'score', p.score, 'attempts', p.attempts_count)), '[]')
             FROM progress p WHERE p.user_id = e.user_id AND p.course_id = e.course_id) AS progress
     FROM enrollments e JOIN users u ON u.id = e.user_id WHERE e.course_id = $1`,
    [courseId],
  )
  return rows
}

/** What a learner's facts say alone, held against the rows that are shown to people. */
const requireScores = ({ state, percent, facts, progress }: Row) => {
  const { steps, quizzes, assignments, completedAt } = recomputeProgress(facts)
  expect(percent).toBeGreaterThanOrEqual(0)
  expect(percent).toBeLessThanOrEqual(100)
  expect(state.completedAt === null).toBe(completedAt === null)
  expect(Object.keys(state.steps).toSorted()).toEqual(Object.keys(steps).toSorted())
  for (const { step, isCompleted, score, attempts } of progress) {
    const [quiz, assignment] = [quizzes[step], assignments[step]]
    expect({ step, score, attempts }).toEqual({
      step,
      score: quiz?.score ?? assignment?.best ?? null,
      attempts: quiz?.finished ?? assignment?.attempts ?? 0,
    })
    if (steps[step]?.completedAt) expect(isCompleted).toBe(true)
  }
}

/** What went wrong, as the processes tell it. They have to log at least errors. */
const failuresIn = (output: string): string[] =>
  output.split('\n').filter((line) => /"level":(50|60)|"statusCode":5\d\d|^\s+at .*:\d+:\d+\)?$/.test(line))

/** Whatever happened: nobody crashed, nothing is a dead letter, and all scores follow from what learners did. */
export const requireSound = async (
  payload: Payload,
  stack: Pick<Stack, 'web' | 'runner'>,
  courseId: string,
): Promise<void> => {
  expect(failuresIn(stack.web.output())).toEqual([])
  expect(failuresIn(stack.runner.output())).toEqual([])
  expect((await payload.count({ collection: 'deadLetters' })).totalDocs).toBe(0)
  for (const row of await readLearning(payload, courseId)) requireScores(row)
}
