import { z } from 'zod'

import { keptText } from '../keptText.ts'
import { mediaKinds } from '../mediaFile.ts'
import { pagedShape, pagingShape } from './paging.ts'

/** `POST /media`: what the form says beside its file. */
export const mediaFieldsSchema = z.strictObject({
  alt: z
    .string()
    .trim()
    .max(300)
    .transform(keptText)
    .default('')
    .describe('What is to be seen, for whoever does not see it'),
})

/** `GET /media` */
export const mediaQuerySchema = z.strictObject({
  ...pagingShape,
  kind: z.enum(mediaKinds).optional(),
})

export const mediaSchema = z
  .object({
    id: z.uuid().describe('By which steps name it'),
    kind: z.enum(mediaKinds).nullable(),
    name: z.string().describe('Under which it is sent'),
    mimeType: z.string(),
    bytes: z.int().nonnegative(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    duration: z.number().nullable().describe('Seconds'),
    alt: z.string(),
    url: z.url().describe('Where it can be loaded, for an hour or more'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Media' })

export const mediaListSchema = z
  .object({ media: z.array(mediaSchema), ...pagedShape })
  .meta({ id: 'MediaList' })

export type ApiMedia = z.infer<typeof mediaSchema>
export type MediaQuery = z.output<typeof mediaQuerySchema>
export type MediaList = z.infer<typeof mediaListSchema>
