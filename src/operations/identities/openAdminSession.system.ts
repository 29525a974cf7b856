import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { addSessionToUser, generatePayloadCookie } from 'payload/shared'

import { slugs } from '../../contracts/slugs.ts'
import type { User } from '../../payload-types.ts'
import { auditRequest } from '../audit/auditRequest.ts'
import { inTransaction } from '../inTransaction.ts'

/** A session of the admin, as Payload's own sign-in opens it. @returns the cookie */
export const openAdminSession = async (req: PayloadRequest, userId: string): Promise<string> => {
  const { payload } = req
  const { config: collectionConfig } = payload.collections[slugs.users]
  const user = await payload.db.findOne<NonNullable<PayloadRequest['user']>>({
    collection: slugs.users,
    where: { id: { equals: userId } },
    req,
  })
  if (user === null) throw new Error('the account is gone')
  const { id, role } = user as unknown as User
  const { sid } = await inTransaction(req, async () => {
    await auditRequest(req, {
      act: 'signedIn',
      actor: { id, role },
      on: slugs.users,
      id,
      details: { by: 'telegram' },
    })
    return addSessionToUser({ collectionConfig, payload, req, user })
  })
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({ collectionConfig, email: user.email ?? '', sid, user }),
    secret: payload.secret,
    tokenExpiration: collectionConfig.auth.tokenExpiration,
  })
  const { cookiePrefix } = payload.config
  return String(generatePayloadCookie({ collectionAuthConfig: collectionConfig.auth, cookiePrefix, token }))
}
