import { z } from 'zod'

import { fileKinds } from './lessonEvent.ts'

export const submissionStatuses = ['pending', 'approved', 'rejected'] as const
export type SubmissionStatus = (typeof submissionStatuses)[number]

/** Whether what Telegram holds of a submission has come to us: not yet, all of it, or not all. */
export const filesStates = ['waiting', 'kept', 'failed'] as const

/** What `submissionFiles` holds: part of a submission, a reviewer's voice, the answer to a question. */
export const submissionFilePurposes = ['submission', 'feedback', 'answer'] as const

/** gone: Telegram no longer gives it; refused: not what it was said to be, or more than a person may send. */
export const submissionFileStates = ['waiting', 'kept', 'gone', 'refused'] as const

/** One message of a submission, in the order in which they were sent. `file`: id in `submissionFiles`. */
export const submissionItemSchema = z.object({
  kind: z.enum(['text', ...fileKinds]),
  text: z.string().nullable(),
  file: z.uuid().nullable(),
  name: z.string().nullable(),
  bytes: z.int().nonnegative().nullable(),
  /** Seconds. */
  duration: z.number().nonnegative().nullable(),
  /** Messages that were sent as one album share it. */
  albumId: z.string().nullable(),
})

/** What a step may take as an answer. */
export const answerKinds = ['text', 'photo', 'file', 'voice', 'video', 'videoNote'] as const

/** Telegram lets a bot have files up to this size. */
export const maxAnswerBytes = 20 * 1024 * 1024

/** Why a message did not become part of an answer. */
export const draftRefusals = [
  'kind',
  'program',
  'extension',
  'empty',
  'tooLarge',
  'tooManyFiles',
  'tooManyTexts',
] as const

export type AnswerKind = (typeof answerKinds)[number]
export type DraftRefusal = (typeof draftRefusals)[number]
export type SubmissionItem = z.infer<typeof submissionItemSchema>
