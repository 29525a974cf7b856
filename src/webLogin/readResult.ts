import { webLoginSchema, type LoginFields } from '../contracts/api/sessions.ts'

/** The fields of `tgAuthResult`, null if it is none: `false` comes from whoever says no. */
export const readResult = (result: unknown): LoginFields | null => {
  if (typeof result !== 'string' || result.length > 8192) return null
  try {
    const fields: unknown = JSON.parse(Buffer.from(result, 'base64url').toString('utf8'))
    const parsed = webLoginSchema.safeParse({ fields })
    return parsed.success ? parsed.data.fields : null
  } catch {
    return null
  }
}
