import { z } from 'zod'

/** What Telegram takes from a bot; a larger file is given to learners as a link. */
export const maxUploadBytes = 50 * 1024 * 1024

export const mediaKinds = ['image', 'animation', 'video', 'audio', 'voice', 'file'] as const

/**
 * A file as a release names it. It never changes: other content is another file. `hash` is the SHA-256 of the
 * bytes as they are sent, hexadecimal.
 */
export const mediaFileSchema = z.object({
  id: z.uuid(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(mediaKinds),
  mimeType: z.string(),
  filename: z.string(),
  bytes: z.int().nonnegative(),
  /** Pixels; null where there are none or nobody knows. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  /** Seconds. */
  duration: z.number().nonnegative().nullable(),
  alt: z.string(),
})

export type MediaFile = z.infer<typeof mediaFileSchema>
