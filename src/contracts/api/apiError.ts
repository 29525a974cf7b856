import { z } from 'zod'

/** What every refusal looks like. `message` is for people, in their language; `code` is for programs. */
export const apiErrorSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      /** `problems`: each with the path of the field that is wrong. */
      details: z.record(z.string(), z.unknown()).optional(),
      requestId: z.string().nullable(),
    }),
  })
  .meta({ id: 'Error', description: 'Why a request was refused' })
