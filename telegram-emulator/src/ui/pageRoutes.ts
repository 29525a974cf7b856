import { fileURLToPath } from 'node:url'

import express, { Router } from 'express'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  // blob: is a file that the person is about to send.
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  // Mini Apps, from wherever their bots say.
  'frame-src http: https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The chat page at `/`: plain files, served as they are. */
export function pageRoutes(): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.setHeader('content-security-policy', POLICY)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    next()
  })
  const files = fileURLToPath(new URL('./page/', import.meta.url))
  router.use(express.static(files, { cacheControl: false, etag: true }))
  return router
}
