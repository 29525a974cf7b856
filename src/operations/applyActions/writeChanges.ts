import type { PoolClient } from 'pg'

import { courseProgress } from '../../lesson/engine/courseProgress.ts'
import type { Release } from '../../lesson/engine/release.ts'
import type { LearnerChange } from './types.ts'

type Deferral = { enrollmentId: string; dueAt: string }

/** Steps whose progress row the change touches: opened, completed, or tried in it. */
const changedSteps = ({ row, state }: LearnerChange) =>
  Object.entries(state.steps)
    .filter(([stepId, step]) => {
      const before = row.state.steps[stepId]
      return (
        before === undefined ||
        before.completedAt !== step.completedAt ||
        before.quiz?.finished !== step.quiz?.finished ||
        before.assignment?.attempts !== step.assignment?.attempts ||
        before.assignment?.best !== step.assignment?.best
      )
    })
    .map(([stepId, step]) => ({
      user: row.userId,
      course: row.courseId,
      step: stepId,
      // A step is completed by the release that it was shown from; the state is already past it.
      release: (row.state.steps[stepId] && row.state.releaseId) ?? state.releaseId ?? row.releaseId,
      done: step.completedAt !== null,
      time: step.timeSpent,
      opened: step.openedAt,
      completed: step.completedAt,
      score: step.quiz?.score ?? step.quiz?.best ?? step.assignment?.best ?? null,
      attempts: step.quiz?.finished ?? step.assignment?.attempts ?? 0,
    }))

/** Who has finished once has finished, also while they go through the course anew. */
const standingOf = (change: LearnerChange, release: Release | undefined) => {
  const { state, facts } = change
  if (state.completedAt !== null) return { status: 'completed', percent: 100 }
  // A receipt alone moves nobody.
  const percent = facts.length > 0 && release ? courseProgress(release, state).percent : null
  return { status: state.status, percent }
}

/** One set-based statement for all that a batch changes: learners, progress, facts, deliveries to come. */
export const writeChanges = async (
  client: PoolClient,
  options: {
    changes: LearnerChange[]
    deferrals: Deferral[]
    /** Newest release per course, for the percentage. */
    newest: (courseId: string) => Release | undefined
    now: string
  },
): Promise<void> => {
  const { changes, deferrals, newest, now } = options
  const learners = changes.map((change) => ({
    id: change.row.enrollmentId,
    state: change.state,
    updates: change.updates,
    ...standingOf(change, newest(change.row.courseId)),
    blocked: change.state.isBlocked,
    acted: change.action ? now : null,
    completed: change.state.completedAt,
  }))
  const facts = changes.flatMap((change) =>
    change.facts.map((fact) => ({
      type: fact.type,
      enrollment: change.row.enrollmentId,
      user: change.row.userId,
      course: change.row.courseId,
      step: fact.stepId,
      release: fact.releaseId,
      update: fact.updateId,
      data: fact.data,
    })),
  )
  await client.query({
    name: 'write-changes',
    text: `
      WITH learners AS (
        UPDATE enrollments e
        SET state = k.state, updates = k.updates, status = k.status::enum_enrollments_status, is_blocked = k.blocked,
            progress_percent = coalesce(k.percent, e.progress_percent),
            last_action_at = coalesce(k.acted, e.last_action_at), completed_at = k.completed
        FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, state jsonb, updates jsonb, status text, blocked boolean,
             percent numeric, acted timestamptz, completed timestamptz)
        WHERE e.id = k.id
      ), steps AS (
        INSERT INTO progress (user_id, course_id, step, release, is_completed, score, attempts_count, time_spent, opened_at, completed_at)
        SELECT k.user, k.course, k.step, k.release, k.done, k.score, k.attempts, k.time, k.opened, k.completed
        FROM jsonb_to_recordset($2::jsonb) AS k("user" uuid, course uuid, step text, release text, done boolean,
             score numeric, attempts numeric, time numeric, opened timestamptz, completed timestamptz)
        ORDER BY k.user, k.step
        ON CONFLICT (user_id, step) DO UPDATE
        SET is_completed = progress.is_completed OR excluded.is_completed, time_spent = greatest(progress.time_spent, excluded.time_spent),
            completed_at = coalesce(progress.completed_at, excluded.completed_at), release = excluded.release,
            score = CASE WHEN excluded.attempts_count >= progress.attempts_count
                         THEN coalesce(excluded.score, progress.score) ELSE greatest(progress.score, excluded.score) END,
            attempts_count = greatest(progress.attempts_count, excluded.attempts_count)
      ), events AS (
        INSERT INTO facts (at, type, enrollment_id, user_id, course_id, step_id, release_id, update_id, data)
        SELECT $5::timestamptz, k.type, k.enrollment, k.user, k.course, k.step, k.release, k.update, k.data
        FROM jsonb_to_recordset($3::jsonb) AS k(type text, enrollment uuid, "user" uuid, course uuid, step uuid,
             release uuid, "update" bigint, data jsonb)
      )
      INSERT INTO outbox (topic, subject, due_at, times_queued)
      SELECT 'delivery', k.subject, k.due, 0 FROM jsonb_to_recordset($4::jsonb) AS k(subject text, due timestamptz)`,
    values: [
      JSON.stringify(learners),
      JSON.stringify(changes.flatMap(changedSteps)),
      JSON.stringify(facts),
      JSON.stringify(deferrals.map(({ enrollmentId, dueAt }) => ({ subject: enrollmentId, due: dueAt }))),
      now,
    ],
  })
}
