import type { Pool } from 'pg'

import { nowIso } from '../../clock.ts'
import type { LearnedStep, LearnerProgress } from '../../contracts/api/learning.ts'
import type { Locale } from '../../contracts/locale.ts'
import { AppError } from '../../errors/AppError.ts'
import { planDrip } from '../../lesson/engine/drip/planDrip.ts'
import { listStep } from '../../lesson/engine/listStep.ts'
import { openStepIds } from '../../lesson/engine/openStepIds.ts'
import { isStepHidden } from '../../lesson/engine/rules/isStepHidden.ts'
import { currentStreak } from '../../lesson/engine/streak/currentStreak.ts'
import type { Turn } from '../../lesson/engine/turn.ts'
import type { Caller } from '../identities/findCaller.system.ts'
import {
  learningColumns,
  presentLearning,
  presentStep,
  standingTurn,
  type LearningRow,
} from './learningRow.ts'
import { presentLock } from './presentLock.ts'

/** What is kept of a step, also from earlier ways through the course. */
type Kept = Pick<LearnedStep, 'score' | 'attemptsCount' | 'timeSpent' | 'openedAt' | 'completedAt'>

const nothingKept: Kept = { score: null, attemptsCount: 0, timeSpent: 0, openedAt: null, completedAt: null }

const find = async (pool: Pool, caller: Caller, courseId: string) => {
  const { rows } = await pool.query<LearningRow & { kept: (Kept & { step: string })[] | null }>({
    name: 'describe-progress',
    text: `
      SELECT ${learningColumns},
             (SELECT jsonb_agg(jsonb_build_object(
                'step', p.step, 'score', p.score, 'attemptsCount', coalesce(p.attempts_count, 0),
                'timeSpent', coalesce(p.time_spent, 0), 'openedAt', p.opened_at, 'completedAt', p.completed_at))
              FROM progress p WHERE p.user_id = e.user_id AND p.course_id = e.course_id) AS kept
      FROM enrollments e JOIN courses c ON c.id = e.course_id AND c.current_release_id IS NOT NULL
      JOIN users u ON u.id = e.user_id LEFT JOIN bots b ON b.course_id = c.id
      WHERE e.course_id = $1 AND e.user_id = $2 AND ($3::uuid IS NULL OR e.course_id = $3)`,
    values: [courseId, caller.account.id, caller.courseId],
  })
  return rows[0]
}

const iso = (at: string | null) => (at === null ? null : new Date(at).toISOString())

const presentSteps = (turn: Turn, kept: Map<string, Kept>, locale: Locale): LearnedStep[] => {
  const { newest, state, timeZone } = turn
  const open = openStepIds(newest, state)
  const plan = planDrip(newest, state, timeZone)
  const there = newest.steps.filter((step) => !isStepHidden(step, state))
  return there.map((step): LearnedStep => {
    const { mark, lock, isBookmarked = false } = listStep({ ...turn, open, plan }, step.id)
    const { openedAt, completedAt, ...counts } = kept.get(step.id) ?? nothingKept
    return {
      ...presentStep(newest, step),
      section: step.section,
      isRequired: step.isRequired,
      estimatedDuration: step.estimatedDuration,
      state: mark,
      lock: mark === 'locked' ? presentLock(lock ?? null, locale) : null,
      isBookmarked,
      ...counts,
      openedAt: iso(openedAt),
      completedAt: iso(completedAt),
    }
  })
}

/**
 * How far somebody is in a course, step by step, as its bot says it.
 * @param locale in which it says what locks a step
 * @throws {AppError} notFound (404) for whoever does not learn it, and for other courses in a session of a course's bot
 */
export const describeProgress = async (
  pool: Pool,
  caller: Caller,
  { courseId, locale }: { courseId: string; locale: Locale },
): Promise<LearnerProgress> => {
  const row = await find(pool, caller, courseId)
  const turn = row && (await standingTurn(pool, row, nowIso()))
  if (!row || !turn) throw new AppError({ code: 'notFound', status: 404 })
  const kept = new Map((row.kept ?? []).map(({ step, ...counts }) => [step, counts]))
  return {
    ...presentLearning(row, turn, locale),
    timeZone: turn.timeZone,
    streak: currentStreak(turn).days,
    steps: presentSteps(turn, kept, locale),
  }
}
