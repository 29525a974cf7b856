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

/**
 * What the route does, once for all calls with the same Idempotency-Key: of one person, to one route, asking for the same,
 * at the platform or at one course's bot. Who has lost the right to an answer is not given it again.
 */
export const carryOutOnce = async (
  route: ApiRoute,
  call: Call,
  work: () => Promise<unknown>,
): Promise<unknown> => {
  const key = keyOf(call, route)
  if (key === null || call.caller === null) return work()
  const { params, query, body, file, caller, act } = call
  const { courseId } = call.caller
  const sent = file === null ? [] : [file.name, file.sha256]
  const asked = JSON.stringify([params, query, body, ...sent])
  const keyed = {
    userId: caller.account.id,
    operation: courseId === null ? route.operationId : `${route.operationId} ${courseId}`,
    key,
    requestHash: createHash('sha256').update(asked).digest('hex'),
  }
  const once = route.isRepeatable ? answerAgain : answerOnce
  return once(await act(), keyed, {
    work,
    mayStill: async (answer) => route.mayStill?.(call as never, answer as never),
  })
}
