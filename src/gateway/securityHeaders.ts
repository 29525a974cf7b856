import { randomBytes } from 'node:crypto'

import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Helmet with a content security policy. Next reads the nonce for its inline scripts from the request's
 * own `content-security-policy` header.
 */
export const securityHeaders = (options: { isHttps: boolean; isDevelopment: boolean }): RequestHandler => {
  const { isHttps, isDevelopment } = options
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    const policy = {
      'default-src': ["'self'"],
      'script-src': [
        "'self'",
        `'nonce-${nonce}'`,
        "'strict-dynamic'",
        ...(isDevelopment ? ["'unsafe-eval'"] : []),
      ],
      // The admin's components set styles from scripts.
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'connect-src': ["'self'", ...(isDevelopment ? ['ws:'] : [])],
      'worker-src': ["'self'", 'blob:'],
      'object-src': ["'none'"],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'self'"],
      'upgrade-insecure-requests': isHttps ? [] : null,
    }
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: policy },
      strictTransportSecurity: isHttps,
      crossOriginEmbedderPolicy: false,
    })(request, response, (error) => {
      request.headers['content-security-policy'] = String(response.getHeader('Content-Security-Policy'))
      next(error)
    })
  }
}
