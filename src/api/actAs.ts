import { createLocalReq, getLocalI18n, type Payload, type PayloadRequest, type TypedUser } from 'payload'

import { slugs } from '../contracts/slugs.ts'
import type { Locale } from '../contracts/locale.ts'
import type { Caller } from '../operations/identities/findCaller.system.ts'

/**
 * The request by which operations know who acts, and in which language. It costs no query: a caller is always an active
 * account, and what else rights depend on is known of them.
 */
export const actAs = async (options: {
  payload: Payload
  caller: Caller | null
  locale: Locale
  headers: Headers
}): Promise<PayloadRequest> => {
  const { payload, caller, locale, headers } = options
  const i18n = await getLocalI18n({ config: payload.config, language: locale })
  const user = caller && { ...caller.account, isActive: true, collection: slugs.users }
  return createLocalReq({ user: user as unknown as TypedUser, req: { i18n, headers } }, payload)
}
