import { z } from 'zod'

/** What a button of a lesson message asks for. `version` is that of the view which the button belongs to. */
export const tapSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('begin'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('next'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('back'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('contents'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('resume'), version: z.int().nonnegative() }),
  z.object({ action: z.literal('open'), version: z.int().nonnegative(), stepId: z.uuid() }),
])

/** What a learner did, free of Telegram's wording. A person's message text is never part of it. */
export const lessonEventSchema = z.discriminatedUnion('type', [
  /** /start with its deep-link payload, kept for analytics. */
  z.object({ type: z.literal('start'), payload: z.string().max(64).nullable() }),
  z.object({ type: z.literal('tap'), tap: tapSchema }),
  z.object({
    type: z.literal('command'),
    command: z.enum(['help', 'progress', 'contents', 'resume', 'unknown']),
  }),
  /** A message that no step asked for. */
  z.object({ type: z.literal('message'), kind: z.enum(['text', 'other']) }),
  /** A button whose data is not ours or not of this version of the product. */
  z.object({ type: z.literal('unreadableTap') }),
  z.object({ type: z.literal('membership'), isBlocked: z.boolean() }),
])

export type Tap = z.infer<typeof tapSchema>
export type LessonEvent = z.infer<typeof lessonEventSchema>
