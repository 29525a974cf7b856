import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { Turn } from '../turn.ts'
import { assignmentOf } from './assignmentOf.ts'
import { deadlinesOf } from './deadlinesOf.ts'
import { nextFromAssignment } from './nextFromAssignment.ts'
import { attemptsLeft, stageOf } from './stageOf.ts'

type Intro = NonNullable<Extract<LessonEffect, { type: 'step' }>['assignment']>

/** What an assignment says of itself when its step is shown; null for other steps. */
export const assignmentIntro = (turn: Turn, stepId: string): Intro | null => {
  const step = assignmentOf(turn.viewed, stepId)
  if (step === null) return null
  const known = stepStateOf(turn.state, stepId)
  const record = known?.assignment
  const review = record?.status === 'approved' || record?.status === 'rejected' ? record : undefined
  return {
    stage: stageOf(turn, stepId, step.assignment),
    attempt: record?.attempt ?? 0,
    attemptsLeft: attemptsLeft(step.assignment, record),
    ...deadlinesOf(step.assignment, known?.openedAt ?? turn.now),
    timeZone: turn.timeZone,
    score: review?.score ?? null,
    maxScore: review?.maxScore ?? null,
    comment: review?.comment ?? null,
    canGoOn: nextFromAssignment(turn, turn.state, stepId) !== null,
  }
}
