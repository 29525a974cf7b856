import type { LessonEffect } from '../../contracts/lessonEffect.ts'

/** A step inside a release, with what grades it. Learners get `LearnerStep` instead. */
export type ReleaseStep = {
  id: string
  title: string
  description: string | null
  section: string | null
  stepType: 'text'
  isRequired: boolean
  /** Minutes. */
  estimatedDuration: number | null
  content: { root: Record<string, unknown> } | null
}

/** An immutable, numbered state of a course. */
export type Release = {
  id: string
  courseId: string
  number: number
  title: string
  description: string
  language: string
  /** Minutes. */
  estimatedDuration: number | null
  steps: ReleaseStep[]
}

/** Times are ISO strings of product time. */
export type StepState = {
  openedAt: string
  completedAt: string | null
  /** Seconds from opened to completed, gaps over 15 minutes not counted. */
  timeSpent: number
}

export type LearnerState = {
  /** Rises with each view that says where the learner is; buttons carry it. 0: nothing shown yet. */
  version: number
  view: 'none' | 'welcome' | 'step' | 'completion'
  /** The release that the view was made from. */
  releaseId: string | null
  /** The step that the learner stands on, also while the welcome is shown again. */
  stepId: string | null
  steps: Record<string, StepState>
  status: 'invited' | 'active' | 'completed'
  isBlocked: boolean
  lastActionAt: string | null
  completedAt: string | null
}

/** What happened, for analytics and for recomputing progress. */
export type Fact = {
  type:
    | 'bot_started'
    | 'enrolled'
    | 'step_opened'
    | 'step_completed'
    | 'course_completed'
    | 'bot_blocked'
    | 'bot_unblocked'
  stepId: string | null
  releaseId: string | null
  data: Record<string, string | number | boolean | null>
}

export type AdvanceResult = { state: LearnerState; effects: LessonEffect[]; facts: Fact[] }
