import { z } from 'zod'

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
