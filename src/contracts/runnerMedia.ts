import { z } from 'zod'

/** As what Telegram holds a file: a file_id is good for that alone. The names of its `send…` methods. */
export const fileForms = ['photo', 'animation', 'video', 'audio', 'voice', 'document'] as const

export const maxFilesPerRequest = 100

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** A file that a bot has uploaded to Telegram: by the hash of its bytes, so that no change of it can be missed. */
export const botFileSchema = z.object({
  hash: hashSchema,
  form: z.enum(fileForms),
  fileId: z.string().min(1).max(512),
})

/** `GET /api/runner/files/:telegramBotId?hashes=a,b`: what that bot of Telegram's has uploaded of these. */
export const runnerFilesQuerySchema = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(hashSchema).min(1).max(maxFilesPerRequest))
export const runnerFilesResponseSchema = z.object({ files: z.array(botFileSchema) })

/** `POST /api/runner/files/:telegramBotId`: remembers uploads; a newer file_id takes the place of an older one. */
export const runnerFilesRequestSchema = z.object({
  files: z.array(botFileSchema).min(1).max(maxFilesPerRequest),
})

/** `POST /api/runner/media/links`: addresses under which anybody can load these files, for some time. */
export const runnerLinksRequestSchema = z.object({ ids: z.array(z.uuid()).min(1).max(maxFilesPerRequest) })
/** By the file's id; files that are gone are left out. */
export const runnerLinksResponseSchema = z.object({ links: z.record(z.uuid(), z.url()) })

export type FileForm = (typeof fileForms)[number]
export type BotFile = z.infer<typeof botFileSchema>
