import { randomBytes } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import type { RequestHandler } from 'express'
import helmet from 'helmet'

type Nonced = ServerResponse & { nonce?: string }

const nonceOf = (_request: IncomingMessage, response: Nonced): string => `'nonce-${response.nonce}'`

/** What answers of an API may do when a browser opens them as a page: nothing. */
const closed = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] }

/** Where Telegram runs in a browser and frames Mini Apps. */
const telegramWeb = 'https://web.telegram.org'

/** A path that goes up again leads elsewhere. */
const isMiniApp = ({ url = '' }: IncomingMessage) =>
  /^\/app(?:[/?]|$)/.test(url) && !/\.\.|%2e|\\|%5c/i.test(url)

const framesOf = (request: IncomingMessage): string =>
  isMiniApp(request) ? `'self' ${telegramWeb}` : "'self'"

type Directives = Record<string, Iterable<string | typeof nonceOf | typeof framesOf> | null>

const protect = (isHttps: boolean, directives: Directives) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: isHttps,
    crossOriginEmbedderPolicy: false,
  })

/** What stands in every answer of an API: the same each time. */
export const answerHeaders = (isHttps: boolean): Record<string, string> => {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  protect(isHttps, closed)(request, response, () => {})
  const names = response.getHeaderNames()
  return Object.fromEntries(names.map((name) => [name, String(response.getHeader(name))]))
}

/**
 * Helmet with a content security policy: pages get a nonce for their scripts, answers of the APIs may do nothing. Next
 * reads the nonce for its inline scripts from the request's own `content-security-policy` header.
 */
export const securityHeaders = (options: { isHttps: boolean; isDevelopment: boolean }): RequestHandler => {
  const { isHttps, isDevelopment } = options
  const ofAnswers = new Map(Object.entries(answerHeaders(isHttps)))
  const protectPage = protect(isHttps, {
    'default-src': ["'self'"],
    'script-src': ["'self'", nonceOf, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // The admin's components set styles from scripts.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...(isDevelopment ? ['ws:'] : [])],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': [framesOf],
    'upgrade-insecure-requests': isHttps ? [] : null,
  })
  return (request, response, next) => {
    if (request.path.startsWith('/api/')) {
      response.setHeaders(ofAnswers)
      return next()
    }
    ;(response as Nonced).nonce = randomBytes(16).toString('base64')
    protectPage(request, response, (error) => {
      // It knows no list of origins; browsers that know frame-ancestors go by that.
      if (isMiniApp(request)) response.removeHeader('X-Frame-Options')
      request.headers['content-security-policy'] = String(response.getHeader('Content-Security-Policy'))
      next(error)
    })
  }
}
