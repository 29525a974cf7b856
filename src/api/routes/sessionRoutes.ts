import { z } from 'zod'

import {
  refreshSchema,
  sessionsSchema,
  signedInSchema,
  successSchema,
  telegramLoginSchema,
  tokensSchema,
} from '../../contracts/api/sessions.ts'
import { AppError } from '../../errors/AppError.ts'
import { endSession } from '../../operations/identities/endSession.ts'
import { findCaller } from '../../operations/identities/findCaller.system.ts'
import { findLoginBot } from '../../operations/identities/findLoginBot.system.ts'
import { limitSignIn } from '../../operations/identities/limitSignIn.ts'
import { listSessions } from '../../operations/identities/listSessions.ts'
import { refreshSession } from '../../operations/identities/refreshSession.system.ts'
import { readToken } from '../../operations/identities/sessionTokens.ts'
import { signInByTelegram } from '../../operations/identities/signInByTelegram.system.ts'
import { telegramPublicKey } from '../../operations/identities/telegramPublicKey.ts'
import { apiRoute } from '../apiRoute.ts'

const tag = 'Sessions' as const
const deviceLength = 200

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
    refusals: { 403: 'The account is deactivated' },
    handle: async ({ payload, env, body: { initData, bot }, request }) => {
      const { pool } = payload.db
      const secret = env.PAYLOAD_SECRET
      await limitSignIn({ address: request.ip ?? '', initData })
      const tokens = await signInByTelegram({
        ...{ pool, initData, secret },
        bot: await findLoginBot({
          pool,
          username: bot?.replace(/^@/, '') ?? null,
          keyRing: env.TOKEN_KEYS,
          publicKey: () => telegramPublicKey(env.TELEGRAM_KEYS_URL),
        }),
        device: request.headers['user-agent']?.slice(0, deviceLength) ?? null,
      })
      const claims = await readToken(secret, 'access', tokens.token)
      const caller = claims && (await findCaller(pool, claims.sessionId))
      if (caller === null) throw new AppError({ code: 'unauthenticated', status: 401 })
      return { ...tokens, user: caller.account }
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
