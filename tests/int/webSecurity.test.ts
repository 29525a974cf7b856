import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createUser, type SignedIn } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { rawRequest } from '../helpers/rawRequest.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

const telegramWeb = 'https://web.telegram.org'
const directive = (policy: string | null, name: string) =>
  (policy ?? '')
    .split(';')
    .map((part) => part.trim().split(' '))
    .find(([first]) => first === name)
    ?.slice(1)

describe('what protects the web process in browsers', () => {
  let payload: Payload
  let web: Web
  let author: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    author = await createUser(payload)
    web = await startWeb()
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  const pages = ['/', '/admin/login', '/api/users/me', '/api/nowhere', '/api/v1/openapi.json', '/api/v1/courses', '/api/v1/nowhere', '/docs', '/media/nothing', '/nowhere', '/application', '/app', '/app/', '/app/courses'] // prettier-ignore

  it.each(pages)('should send every header with %s', async (path) => {
    const { headers } = await fetch(web.webUrl + path, { redirect: 'manual' })
    const policy = headers.get('content-security-policy')
    const isAnswer = path.startsWith('/api/')
    const only = [isAnswer ? "'none'" : "'self'"]
    expect(directive(policy, 'default-src')).toEqual(only)
    expect(directive(policy, 'base-uri')).toEqual(only)
    if (!isAnswer) {
      expect(directive(policy, 'object-src')).toEqual(["'none'"])
      expect(directive(policy, 'form-action')).toEqual(["'self'"])
    }
    expect(directive(policy, 'script-src')?.join(' ') ?? '').not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
    const isMiniApp = /^\/app(\/|$)/.test(path)
    expect(directive(policy, 'frame-ancestors')).toEqual(isMiniApp ? ["'self'", telegramWeb] : only)
    expect(headers.get('x-frame-options')).toBe(isMiniApp ? null : 'SAMEORIGIN')
  })

  it('should lead whoever works here to the admin, and everybody else to the catalogue', async () => {
    const led = async (headers: Record<string, string>) =>
      (await fetch(web.webUrl, { headers, redirect: 'manual' })).headers.get('location')
    expect(await led({})).toBe('/courses')
    expect(await led({ cookie: `a=b; payload-token=${author.token}` })).toBe('/admin')
  })

  it('should give no other page a policy of Telegram’s frame, however its path is written', async () => {
    for (const path of ['/app%2f..%2fadmin', '/app/../admin/login', '//app', '/APP', '/admin/app', '/app;/admin']) {
      const { headers, status } = await rawRequest({ port: web.port, path })
      const isOpen = String(headers['content-security-policy']).includes(telegramWeb)
      // Where nothing answers, there is nothing to be framed.
      if (isOpen) expect([path, status]).toEqual([path, 404])
    }
  }) // prettier-ignore

  it('should hand a session to no script and no other site, and none over a plain connection', async () => {
    const { email, password } = author
    const login = async ({ webUrl }: { webUrl: string }) =>
      (await callWeb({ webUrl }, 'POST', '/users/login', { body: { email, password } })).headers.get('set-cookie')
    expect(await login(web)).toMatch(/^payload-token=[^;]+;.*HttpOnly=true;.*SameSite=Lax/)
    const secured = await startWeb({ PUBLIC_URL: 'https://gongbu.example' })
    try {
      expect(await login(secured)).toMatch(/Secure=true;.*HttpOnly=true;.*SameSite=Lax/)
      const { headers } = await fetch(`${secured.webUrl}/admin/login`)
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
      expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
    } finally {
      await secured.stop()
    }
  }) // prettier-ignore

  it('should let no other site write in somebody’s session, by REST or GraphQL', async () => {
    const cookie = `payload-token=${author.token}`
    const write = async (origin: string) => {
      const headers = { cookie, origin }
      const query = `mutation { updateUser(id: "${author.user.id}", data: { firstName: "Forged" }) { id } }`
      const rest = await callWeb(web, 'POST', '/courses', { headers, body: { title: 'Forged' } })
      const graphql = await callWeb<{ errors?: object[] }>(web, 'POST', '/graphql', { headers, body: { query } })
      const form = await rawRequest({ port: web.port, method: 'POST', path: '/api/courses', headers: { ...headers, 'content-type': 'text/plain' }, pieces: ['{"title":"Forged"}'] })
      const own = await callWeb(web, 'PATCH', `/users/${author.user.id}`, { headers, body: { firstName: 'Forged' } })
      const api = await callWeb(web, 'PUT', '/v1/users/profile', { headers, body: { username: 'forged' } })
      return [rest.status, graphql.body.errors?.length, form.status, own.status, api.status]
    }
    for (const origin of ['https://evil.example', 'null', `${web.webUrl}.evil.example`])
      expect([origin, await write(origin)]).toEqual([origin, [403, 1, 403, 403, 401]])
    expect((await payload.count({ collection: 'courses', where: { creator: { equals: author.user.id } } })).totalDocs).toBe(0)
    const own = await callWeb(web, 'PATCH', `/users/${author.user.id}`, { headers: { cookie, origin: web.webUrl }, body: { firstName: 'Own' } })
    expect(own.status).toBe(200)
  }) // prettier-ignore

  it('should refuse what is to be one value and comes as several', async () => {
    const admin = await createUser(payload, { role: 'admin' })
    const queries = ['limit=0&limit=1', 'limit[]=1', 'limit[a]=1', 'page=1&page=2', 'depth=0&depth=1', 'limit=1&limit=1&page[]=2']
    for (const query of queries) {
      for (const slug of ['courses', 'users', 'auditEvents']) {
        const asked = await callWeb<{ error: { code: string } }>(web, 'GET', `/${slug}?${query}`, { token: admin.token })
        expect([slug, query, asked.status, asked.body.error.code]).toEqual([slug, query, 400, 'inputInvalid'])
      }
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-payload-http-method-override': 'GET', authorization: `JWT ${admin.token}` }
      expect((await rawRequest({ port: web.port, method: 'POST', path: '/api/users', headers, pieces: [query] })).status).toBe(400)
    }
    expect((await callWeb(web, 'GET', '/users?limit=1&page=1&depth=0&where[role][in][]=admin&where[role][in][]=creator', { token: admin.token })).status).toBe(200)
  }) // prettier-ignore
})
