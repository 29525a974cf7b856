import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import { AppError } from '../errors/AppError.ts'

/** @throws {AppError} inputInvalid (422) with each problem and its path */
export const parseBody = async <Schema extends z.ZodType>(
  req: PayloadRequest,
  schema: Schema,
): Promise<z.infer<Schema>> => {
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new AppError({ code: 'inputInvalid', status: 422, details: { problems } })
}
