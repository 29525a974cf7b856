import type { Request } from 'express'
import { z } from 'zod'

import {
  passwordLoginSchema,
  refreshSchema,
  sessionsSchema,
  signedInSchema,
  successSchema,
  telegramLoginSchema,
  tokensSchema,
  webLoginSchema,
} from '../../contracts/api/sessions.ts'
import { clientKey } from '../../gateway/clientKey.ts'
import { consumeLimit } from '../../operations/identities/consumeLimit.ts'
import { describeSignedIn } from '../../operations/identities/describeSignedIn.ts'
import { endSession } from '../../operations/identities/endSession.ts'
import { findLoginBot } from '../../operations/identities/findLoginBot.system.ts'
import { limitSignIn } from '../../operations/identities/limitSignIn.ts'
import { listSessions } from '../../operations/identities/listSessions.ts'
import { openSession } from '../../operations/identities/openSession.system.ts'
import { proveWebLogin } from '../../operations/identities/proveWebLogin.system.ts'
import { refreshSession } from '../../operations/identities/refreshSession.system.ts'
import { signInByPassword } from '../../operations/identities/signInByPassword.system.ts'
import { signInByTelegram } from '../../operations/identities/signInByTelegram.system.ts'
import { telegramPublicKey } from '../../operations/identities/telegramPublicKey.ts'
import { processState } from '../../processState.ts'
import { apiRoute } from '../apiRoute.ts'

const tag = 'Sessions' as const
const deviceLength = 200
const deviceOf = ({ headers }: Request) => headers['user-agent']?.slice(0, deviceLength) ?? null

export const sessionRoutes = [
  apiRoute({
    method: 'post',
    path: '/auth/telegram',
    operationId: 'signInByTelegram',
    tag,
    summary: 'Sign in from a Mini App',
    description:
      'At a course’s bot Telegram’s own signature has to hold, and the session is good for that course alone, with the rights of a student. initData is taken for an hour, and not without end.',
    access: 'anybody',
    body: telegramLoginSchema,
    answer: signedInSchema,
    refusals: {
      401: 'Telegram did not say this, or too long ago (`initDataInvalid`, `initDataExpired`)',
      403: 'The account is deactivated',
    },
    handle: async ({ payload, env, body: { initData, bot }, request }) => {
      const { pool } = payload.db
      const secret = env.PAYLOAD_SECRET
      await limitSignIn({ address: clientKey(request.ip), initData })
      const tokens = await signInByTelegram({
        ...{ pool, initData, secret },
        bot: await findLoginBot({
          pool,
          username: bot?.replace(/^@/, '') ?? null,
          keyRing: env.TOKEN_KEYS,
          publicKey: () => telegramPublicKey(env.TELEGRAM_KEYS_URL),
        }),
        device: deviceOf(request),
      })
      return describeSignedIn({ pool, secret, tokens })
    },
  }),
  apiRoute({
    method: 'post',
    path: '/auth/password',
    operationId: 'signInByPassword',
    tag,
    summary: 'Sign in with an e-mail address and a password',
    description:
      'Refused the same, and in the same time, whatever the reason: no such account, another password, too many tries, deactivated.',
    access: 'anybody',
    body: passwordLoginSchema,
    answer: signedInSchema,
    refusals: { 401: 'Refused' },
    handle: async ({ payload, env, body, request, act }) => {
      const secret = env.PAYLOAD_SECRET
      const tokens = await signInByPassword({ req: await act(), ...body, device: deviceOf(request), secret })
      return describeSignedIn({ pool: payload.db.pool, secret, tokens })
    },
  }),
  apiRoute({
    method: 'post',
    path: '/auth/telegram/web',
    operationId: 'signInByTelegramOnWeb',
    tag,
    summary: 'Sign in with what Telegram told a web page',
    description:
      'Of the Login Widget or its page, with the platform bot. The fields are good once, within an hour.',
    access: 'anybody',
    body: webLoginSchema,
    answer: signedInSchema,
    refusals: { 401: 'Telegram did not say this, or too long ago', 403: 'The account is deactivated' },
    handle: async ({ payload, env, body: { fields }, request }) => {
      await consumeLimit(processState().signInLimiter, clientKey(request.ip))
      const { pool } = payload.db
      const secret = env.PAYLOAD_SECRET
      const { userId } = await proveWebLogin({ pool, keyRing: env.TOKEN_KEYS, fields })
      const session = { userId, courseId: null, device: deviceOf(request), secret }
      return describeSignedIn({ pool, secret, tokens: await openSession(pool, session) })
    },
  }),
  apiRoute({
    method: 'post',
    path: '/auth/refresh',
    operationId: 'refreshSession',
    tag,
    summary: 'New tokens for a refresh token',
    description: 'A refresh token is good for one use. If it comes again, its session ends.',
    access: 'anybody',
    body: refreshSchema,
    answer: tokensSchema,
    refusals: { 401: 'It is not good, or was used before' },
    handle: ({ payload, env, body }) =>
      refreshSession({
        pool: payload.db.pool,
        refreshToken: body.refreshToken,
        secret: env.PAYLOAD_SECRET,
      }),
  }),
  apiRoute({
    method: 'post',
    path: '/auth/logout',
    operationId: 'signOut',
    tag,
    summary: 'End this session',
    access: 'session',
    answer: successSchema,
    handle: async ({ payload, caller }) => {
      await endSession(payload.db.pool, caller, caller.sessionId)
      return { success: true as const }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/auth/sessions',
    operationId: 'listSessions',
    tag,
    summary: 'Where you are signed in',
    access: 'session',
    answer: sessionsSchema,
    handle: async ({ payload, caller }) => ({ sessions: await listSessions(payload.db.pool, caller) }),
  }),
  apiRoute({
    method: 'delete',
    path: '/auth/sessions/{sessionId}',
    operationId: 'endSession',
    tag,
    summary: 'End one of your sessions',
    access: 'session',
    params: z.object({ sessionId: z.uuid() }),
    refusals: { 404: 'There is no such session of yours' },
    handle: ({ payload, caller, params }) => endSession(payload.db.pool, caller, params.sessionId),
  }),
]
