import { z } from 'zod'

/**
 * `GET /api/runner/submissions/:id`: files of a submission, or the one of an answer, that are still to be fetched from
 * Telegram, through the bot of their course.
 */
export const runnerSubmissionResponseSchema = z.object({
  botId: z.uuid(),
  files: z.array(z.object({ id: z.uuid(), fileId: z.string().min(1) })),
})

/** `POST /api/runner/submissions/files/:id/lost`: Telegram gives it no more, or it is none to be kept. */
export const lostFileRequestSchema = z.object({ reason: z.enum(['gone', 'refused']) })

export type RunnerSubmission = z.infer<typeof runnerSubmissionResponseSchema>
export type LostFile = z.infer<typeof lostFileRequestSchema>
