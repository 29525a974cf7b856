import { Router, urlencoded, type ErrorRequestHandler, type Request, type Response } from 'express'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { mayEnterAdmin } from '../access/mayEnterAdmin.ts'
import { slugs } from '../contracts/slugs.ts'
import type { Env } from '../env.ts'
import { AppError } from '../errors/AppError.ts'
import { describeFailure } from '../errors/describeFailure.ts'
import { clientKey } from '../gateway/clientKey.ts'
import { localeFrom, translate } from '../i18n/translate.ts'
import { consumeLimit } from '../operations/identities/consumeLimit.ts'
import { openAdminSession } from '../operations/identities/openAdminSession.system.ts'
import { proveWebLogin } from '../operations/identities/proveWebLogin.system.ts'
import { processState } from '../processState.ts'
import { callbackScript } from './callbackScript.ts'
import { loginPage } from './loginPage.ts'
import { forgottenLoginState, newLoginState, ownPath, readLoginState } from './loginState.ts'
import { readResult } from './readResult.ts'

const localeOf = (request: Request) => localeFrom(request.acceptsLanguages('ru', 'en') || 'en')

const telegramPage = (env: Env, { botId, state }: { botId: number; state: string }): string => {
  const url = new URL(`${env.TELEGRAM_LOGIN_URL}/auth`)
  url.searchParams.set('bot_id', String(botId))
  url.searchParams.set('origin', new URL(env.PUBLIC_URL).origin)
  url.searchParams.set('return_to', `${env.PUBLIC_URL}/auth/telegram/callback?state=${state}`)
  return url.href
}

const askToPost = (request: Request, nonce: string): string => {
  const locale = localeOf(request)
  const wait = translate(locale, 'webLogin.noScript')
  return loginPage({
    locale,
    title: translate(locale, 'webLogin.title'),
    text: translate(locale, 'webLogin.wait'),
    more: `<form method="post" hidden><input name="result"></form><noscript><p>${wait}</p></noscript>
<script nonce="${nonce}">${callbackScript}</script>`,
  })
}

const tellLearner = (request: Request, env: Env, username: string | null): string => {
  const locale = localeOf(request)
  return loginPage({
    locale,
    title: translate(locale, 'webLogin.student.title'),
    text: translate(locale, 'webLogin.student.text'),
    link: {
      href: username === null ? env.TELEGRAM_WEB_ROOT : `${env.TELEGRAM_WEB_ROOT}/${username}`,
      label: translate(locale, 'webLogin.student.open'),
    },
  })
}

const findPlatform = (payload: Payload) => payload.findGlobal({ slug: 'platform' })

/** Whoever comes back from Telegram, in the browser that was sent there. */
const proveVisitor = async (payload: Payload, env: Env, request: Request): Promise<PayloadRequest> => {
  await consumeLimit(processState().signInLimiter, clientKey(request.ip))
  const { result } = (request.body ?? {}) as { result?: unknown }
  const fields = readResult(result)
  if (fields === null) throw new AppError({ code: 'loginInvalid', status: 401 })
  const { pool } = payload.db
  const { userId } = await proveWebLogin({ pool, keyRing: env.TOKEN_KEYS, fields })
  const user = await payload.findByID({ collection: slugs.users, id: userId })
  return createLocalReq({ user: { ...user, collection: slugs.users } }, payload)
}

/**
 * Signing in to the admin with Telegram, to be mounted at `/auth/telegram`: there, and back to `/callback`. A cookie
 * holds the way back to the browser that began it.
 */
export const createWebLogin = ({ payload, env }: { payload: Payload; env: Env }): Router => {
  const router = Router()
  const isHttps = env.PUBLIC_URL.startsWith('https:')
  router.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    next()
  })
  router.get('/', async (request, response) => {
    const { telegramBotId } = await findPlatform(payload)
    if (telegramBotId == null) throw new AppError({ code: 'platformBotMissing', status: 409 })
    const { state, cookie } = newLoginState(ownPath(request.query.next, env.PUBLIC_URL), isHttps)
    response.append('Set-Cookie', cookie)
    response.redirect(303, telegramPage(env, { botId: telegramBotId, state }))
  })
  router.get('/callback', (request, response: Response & { nonce?: string }) => {
    response.type('html').send(askToPost(request, response.nonce ?? ''))
  })
  router.post(
    '/callback',
    urlencoded({ extended: false, limit: '16kb' }),
    async (request: Request, response: Response) => {
      const state = readLoginState(request)
      if (state === null) throw new AppError({ code: 'loginElsewhere', status: 403 })
      response.append('Set-Cookie', forgottenLoginState(isHttps))
      const req = await proveVisitor(payload, env, request)
      if (await mayEnterAdmin({ req })) {
        response.append('Set-Cookie', await openAdminSession(req, req.user?.id ?? ''))
        return response.redirect(303, ownPath(state.next, env.PUBLIC_URL))
      }
      const { username } = await findPlatform(payload)
      response
        .status(403)
        .type('html')
        .send(tellLearner(request, env, username ?? null))
    },
  )
  router.use(((error, request, response, next) => {
    const locale = localeOf(request)
    const failure = describeFailure(error, locale)
    if (failure.code === 'internal' || response.headersSent) return next(error)
    if (failure.status === 429) response.set('Retry-After', String(failure.details?.seconds))
    response
      .status(failure.status)
      .type('html')
      .send(
        loginPage({
          locale,
          title: translate(locale, 'webLogin.failed'),
          text: failure.message,
          link: { href: '/admin/login', label: translate(locale, 'webLogin.back') },
        }),
      )
  }) satisfies ErrorRequestHandler)
  return router
}
