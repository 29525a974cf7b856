import { z } from 'zod'

import { assignmentEffects } from './effects/assignmentEffects.ts'
import { callEffects } from './effects/callEffects.ts'
import { quizEffects } from './effects/quizEffects.ts'
import { noticeKeys, toastKeys } from './effects/saidKeys.ts'
import { viewEffects } from './effects/viewEffects.ts'
import { wayEffects } from './effects/wayEffects.ts'
import { stepLockSchema } from './stepLock.ts'

/** What an action, or something that happens, leads to in a chat: rendered into messages by whoever sends them. */
export const lessonEffectSchema = z.discriminatedUnion('type', [
  ...viewEffects,
  ...wayEffects,
  ...quizEffects,
  ...assignmentEffects,
  ...callEffects,
  z.object({ type: z.literal('help'), releaseId: z.uuid() }),
  z.object({ type: z.literal('notice'), key: z.enum(noticeKeys) }),
  /** The text of answerCallbackQuery; meaningless without an open query, so never sent late. */
  z.object({
    type: z.literal('toast'),
    key: z.enum(toastKeys),
    /** Why a step is locked, if its rule is what locks it. */
    lock: stepLockSchema.optional(),
  }),
])

export type LessonEffect = z.infer<typeof lessonEffectSchema>

/** Types of effects that are views. */
export const viewTypes: ReadonlySet<LessonEffect['type']> = new Set(
  viewEffects.map(({ shape }) => shape.type.value),
)
