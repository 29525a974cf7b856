import { createHash } from 'node:crypto'

import { translate } from '../i18n/translate.ts'
import { AppError } from '../errors/AppError.ts'
import { answerAgain, answerOnce } from '../operations/idempotency/answerOnce.ts'
import { takesKey, type ApiCall, type ApiRoute } from './apiRoute.ts'
import type { Caller } from '../operations/identities/findCaller.system.ts'

type Call = ApiCall<unknown, unknown, unknown, Caller | null>

const keyForm = /^[\x21-\x7e]{1,200}$/

/** The call's Idempotency-Key. Who is not signed in has none: nobody could say whose it is. */
const keyOf = ({ request, caller, locale }: Call, route: ApiRoute): string | null => {
  const key = request.headers['idempotency-key']
  if (!takesKey(route) || caller === null || typeof key !== 'string') return null
  if (keyForm.test(key)) return key
  const problems = [
    { path: 'header.Idempotency-Key', message: translate(locale, 'error.idempotencyKeyInvalid') },
  ]
  throw new AppError({ code: 'inputInvalid', status: 422, details: { problems } })
}

/** What the route does, once for all calls with the same Idempotency-Key. */
export const carryOutOnce = async (
  route: ApiRoute,
  call: Call,
  work: () => Promise<unknown>,
): Promise<unknown> => {
  const key = keyOf(call, route)
  if (key === null || call.caller === null) return work()
  const { params, query, body, file, caller, act } = call
  const asked = JSON.stringify([params, query, body, ...(file === null ? [] : [file.name, file.sha256])])
  const keyed = {
    userId: caller.account.id,
    operation: route.operationId,
    key,
    requestHash: createHash('sha256').update(asked).digest('hex'),
  }
  return (route.isRepeatable ? answerAgain : answerOnce)(await act(), keyed, work)
}
