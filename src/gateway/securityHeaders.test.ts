import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import express from 'express'
import { describe, expect, it } from 'vitest'

import { securityHeaders } from './securityHeaders.ts'

const ask = async (path: string, isHttps = true): Promise<Headers> => {
  const app = express().use(securityHeaders({ isHttps, isDevelopment: false }))
  app.use((_request, response) => void response.send('a page'))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    return (await fetch(`http://127.0.0.1:${port}${path}`)).headers
  } finally {
    server.close()
  }
}

const framesOf = (headers: Headers) =>
  /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1]

describe('securityHeaders', () => {
  it.each(['/app', '/app/', '/app/courses', '/app?startapp=x'])('should let Telegram Web frame %s', async (path) => {
    const headers = await ask(path)
    expect(framesOf(headers)).toBe("'self' https://web.telegram.org")
    expect(headers.get('x-frame-options')).toBeNull()
  }) // prettier-ignore

  it.each(['/', '/admin', '/admin/app', '/application', '/APP', '/app%2f', '//app', '/app;x', '/app/%2e%2e/admin', '/docs', '/?/app'])(
    'should let no other site frame %s',
    async (path) => {
      const headers = await ask(path)
      expect(framesOf(headers)).toBe("'self'")
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    },
  ) // prettier-ignore

  it('should let answers of the APIs do nothing', async () => {
    const headers = await ask('/api/users/me')
    expect(framesOf(headers)).toBe("'none'")
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('should ask for https where there is https', async () => {
    expect((await ask('/')).get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
    expect((await ask('/', false)).get('strict-transport-security')).toBeNull()
    expect((await ask('/', false)).get('content-security-policy')).not.toContain('upgrade')
  })
})
