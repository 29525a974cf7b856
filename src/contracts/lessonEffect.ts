import { z } from 'zod'

const version = z.int().nonnegative()

/** Counts over required steps; `percent` is 0–100. */
export const courseProgressSchema = z.object({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  percent: z.int().min(0).max(100),
})

export const noticeKeys = [
  'notAvailable',
  'accountInactive',
  'notStarted',
  'textNotExpected',
  'unknownCommand',
] as const
export const toastKeys = ['buttonOutdated', 'stepLocked', 'stepGone', 'notAvailable'] as const

/** Views replace each other as "where the learner is"; only the newest is worth sending late. */
const viewEffects = [
  z.object({
    type: z.literal('welcome'),
    releaseId: z.uuid(),
    version,
    /** 0–5, null while nobody has rated. */
    rating: z.number().min(0).max(5).nullable(),
    /** What the big button does: start, go on, or look again at a finished course. */
    next: z.enum(['begin', 'resume', 'review']),
  }),
  z.object({
    type: z.literal('step'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    progress: courseProgressSchema,
    isCompleted: z.boolean(),
    hasBack: z.boolean(),
    /** `finish` on the last step that stands between the learner and the end. */
    next: z.enum(['next', 'finish']),
  }),
  z.object({ type: z.literal('completion'), releaseId: z.uuid(), version, progress: courseProgressSchema }),
] as const

const otherEffects = [
  z.object({
    type: z.literal('contents'),
    releaseId: z.uuid(),
    version,
    progress: courseProgressSchema,
    steps: z.array(z.object({ stepId: z.uuid(), mark: z.enum(['done', 'current', 'open', 'locked']) })),
  }),
  z.object({
    type: z.literal('progress'),
    releaseId: z.uuid(),
    version,
    progress: courseProgressSchema,
    currentStepId: z.uuid().nullable(),
    isCompleted: z.boolean(),
  }),
  z.object({ type: z.literal('help'), releaseId: z.uuid() }),
  z.object({ type: z.literal('notice'), key: z.enum(noticeKeys) }),
  /** The text of answerCallbackQuery; meaningless without an open query, so never sent late. */
  z.object({ type: z.literal('toast'), key: z.enum(toastKeys) }),
] as const

export const lessonEffectSchema = z.discriminatedUnion('type', [...viewEffects, ...otherEffects])

export type CourseProgress = z.infer<typeof courseProgressSchema>
export type LessonEffect = z.infer<typeof lessonEffectSchema>
export type NoticeKey = (typeof noticeKeys)[number]
export type ToastKey = (typeof toastKeys)[number]
