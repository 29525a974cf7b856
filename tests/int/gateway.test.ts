import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createUser, type SignedIn } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { rawRequest } from '../helpers/rawRequest.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

type ErrorBody = {
  error: { code: string; message: string; details?: { problems?: { path: string }[] }; requestId: string }
}

const runner = () => ({ authorization: `Bearer ${process.env.RUNNER_SECRET}` })
const megabyte = 'x'.repeat(1024 * 1024)

describe('the gateway', () => {
  let web: Web
  let payload: Payload
  let author: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    author = await createUser(payload)
    web = await startWeb({ CORS_ORIGINS: 'https://friend.example' })
  })
  afterAll(() => web.stop())

  const call = (method: string, path: string, options: Parameters<typeof callWeb>[3] = {}) =>
    callWeb<ErrorBody>(web, method, path, options)
  const raw = (options: Omit<Parameters<typeof rawRequest>[0], 'port'>) =>
    rawRequest({ port: web.port, ...options })

  it('should give every answer the request’s id, the caller’s own if it is a sane one', async () => {
    for (const path of ['/healthz', '/api/users/me', '/api/nowhere', '/nowhere', '/api/runner/bots']) {
      const response = await fetch(web.webUrl + path)
      expect(response.headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/)
      await response.arrayBuffer()
    }
    const own = await call('GET', '/courses/nothing', { headers: { 'x-request-id': 'my-own_id.1234' } })
    expect(own.headers.get('x-request-id')).toBe('my-own_id.1234')
    expect(own.body.error.requestId).toBe('my-own_id.1234')
    const bad = await call('GET', '/courses/nothing', { headers: { 'x-request-id': '"><script>' } })
    expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('should answer every error in one shape, in the person’s language', async () => {
    const { token } = author
    const id = randomUUID()
    const json = { 'content-type': 'application/json' }
    const cases: [number, string, string, string, Parameters<typeof callWeb>[3]?][] = [
      [404, 'notFound', 'GET', '/nowhere'],
      [404, 'notFound', 'GET', '/courses/a/b/c/d'],
      [404, 'notFound', 'PUT', `/courses/${id}`, { token }],
      [404, 'notFound', 'GET', `/courses/${id}`, { token }],
      [404, 'notFound', 'GET', '/payload-migrations', { token }],
      [403, 'forbidden', 'GET', '/courses'],
      [403, 'forbidden', 'GET', '/outbox', { token }],
      [401, 'unauthenticated', 'POST', `/courses/${id}/publish`],
      [401, 'unauthenticated', 'POST', '/users/login', { body: { email: 'a@example.org', password: 'b' } }],
      [404, 'courseNotFound', 'POST', `/courses/${id}/publish`, { token }],
      [404, 'courseNotFound', 'POST', '/courses/no-uuid/publish', { token }],
      [422, 'inputInvalid', 'PATCH', `/courses/${id}/bot`, { token, body: { isPaused: 'yes' } }],
      [400, 'inputInvalid', 'POST', '/courses', { token, body: {} }],
      [404, 'notFound', 'GET', '/courses/no-uuid', { token }],
      [400, 'inputInvalid', 'GET', '/courses?where[nothing][equals]=1', { token }],
      [400, 'inputInvalid', 'POST', '/courses', { token, body: { title: 'NUL \u0000 in it' } }],
      [400, 'inputInvalid', 'POST', '/reorder', { token, body: { docsToMove: [] } }],
    ]
    for (const [status, code, method, path, options] of cases) {
      for (const [language, letters] of [['en-GB,en;q=0.9', /[a-z]{3}/], ['ru-RU,ru;q=0.9,en;q=0.5', /[а-яё]{3}/]] as const) {
        const { body, ...answer } = await call(method, path, { ...options, headers: { 'accept-language': language } })
        expect({ path, method, status: answer.status, code: body.error?.code }).toEqual({ path, method, status, code })
        expect(body.error.message, `${method} ${path}`).toMatch(letters)
        expect(body.error.requestId).toBe(answer.headers.get('x-request-id'))
        expect(JSON.stringify(body)).not.toMatch(/select |insert |node_modules|\.ts:|stack/i)
      }
    }
    for (const headers of [json, { ...json, 'x-payload-http-method-override': 'GET' }]) {
      const { status, text } = await raw({ method: 'POST', path: '/api/users/login', headers, pieces: ['{"email": '] })
      expect(status).toBe(400)
      expect((JSON.parse(text) as ErrorBody).error).toMatchObject({ code: 'inputInvalid', requestId: expect.any(String) as string })
    }
  }) // prettier-ignore

  it('should refuse a path that cannot be read, whoever it would be for', async () => {
    for (const path of ['/courses/%zz', '/courses/%c0%af', '/media/%ff', '/admin/%zz', '/api/courses/%F0%9F', '/api/v1/courses/%zz']) {
      const { status, text } = await raw({ method: 'GET', path })
      expect([path, status, (JSON.parse(text) as ErrorBody).error.code]).toEqual([path, 400, 'inputInvalid'])
    }
  }) // prettier-ignore

  it('should name the path of every field that is wrong, Payload’s own and ours', async () => {
    const { token } = author
    const course = await call('POST', '/courses', { token, body: { title: 'x'.repeat(300), language: 'xx', difficultyLevel: 9 } })
    const paths = (body: ErrorBody) => body.error.details?.problems?.map(({ path }) => path)
    expect(paths(course.body)?.toSorted()).toEqual(['difficultyLevel', 'language', 'title'])
    const bot = await call('POST', `/courses/${randomUUID()}/bot`, { token, body: { token: 5 } })
    expect(paths(bot.body)).toEqual(['token'])
    const query = await call('GET', '/courses?where[nothing][equals]=1', { token })
    expect(paths(query.body)).toEqual(['nothing'])
  }) // prettier-ignore

  it('should protect pages by a content security policy with a nonce, and say no more than needed', async () => {
    const response = await fetch(`${web.webUrl}/admin/login`)
    const policy = response.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(policy).toMatch(/default-src 'self'.*script-src 'self' 'nonce-.*object-src 'none'.*frame-ancestors 'self'/)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(nonce).not.toBe('')
    const html = await response.text()
    const inline = html.match(/<script(?![^>]*\bsrc=)[^>]*>/g) ?? []
    expect(inline.length).toBeGreaterThan(0)
    for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`)
    expect(response.headers.get('x-powered-by')).toBeNull()
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }) // prettier-ignore

  it('should let browsers call from allowed origins alone', async () => {
    const preflight = (origin: string) =>
      fetch(`${web.webUrl}/api/courses`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
    for (const [origin, isAllowed] of [['https://friend.example', true], [web.webUrl, true], ['https://evil.example', false], ['null', false], ['https://friend.example.evil.example', false]] as const) {
      const answers = [await preflight(origin), await fetch(`${web.webUrl}/api/users/me`, { headers: { origin } }), await fetch(`${web.webUrl}/api/nowhere`, { headers: { origin } })]
      for (const answer of answers) expect([origin, answer.headers.get('access-control-allow-origin')]).toEqual([origin, isAllowed ? origin : null])
      // What a client needs beside the body.
      expect(answers[2]?.headers.get('access-control-expose-headers')?.split(',')).toEqual(expect.arrayContaining(['ETag', 'Retry-After', 'Allow']))
    }
    // A cookie counts only for pages of ours.
    const cookie = `payload-token=${author.token}`
    const me = async (origin: string) => (await call('GET', '/users/me', { headers: { cookie, origin } })).body
    expect(await me(web.webUrl)).toMatchObject({ user: { id: author.user.id } })
    expect(await me('https://evil.example')).toMatchObject({ user: null })
  }) // prettier-ignore

  it('should refuse bodies that are too large, whether they say so or not', async () => {
    const headers = { 'content-type': 'application/json', authorization: `JWT ${author.token}` }
    const pieces = [`{"title": "`, ...Array.from({ length: 6 }, () => megabyte), '"}']
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
    const sizes: Record<string, string>[] = [{ 'content-length': String(length) }, { 'transfer-encoding': 'chunked' }]
    for (const path of ['/api/courses', '/api/graphql', '/api/users/login']) {
      for (const more of sizes) {
        const { status, text } = await raw({ method: 'POST', path, headers: { ...headers, ...more }, pieces })
        expect([path, more, status]).toEqual([path, more, 413])
        expect((JSON.parse(text) as ErrorBody).error.code).toBe('bodyTooLarge')
      }
    }
    const runnerPieces = { method: 'POST', path: '/api/runner/actions', pieces }
    const refused = await raw({ ...runnerPieces, headers: { 'content-type': 'application/json', ...runner(), 'transfer-encoding': 'chunked' } })
    expect([413, 422]).toContain(refused.status)
    expect((await fetch(`${web.webUrl}/healthz`)).status).toBe(200)
  }) // prettier-ignore

  it('should answer HEAD as GET without a body', async () => {
    for (const path of ['/healthz', '/api/users/me', '/admin/login', '/api/nowhere']) {
      const [head, get] = [await raw({ method: 'HEAD', path }), await raw({ path })]
      expect([path, head.status, head.text]).toEqual([path, get.status, ''])
    }
  })

  it('should tell whether it lives, and whether it can work', async () => {
    expect(await (await fetch(`${web.webUrl}/healthz`)).json()).toEqual({ status: 'ok' })
    const ready = await fetch(`${web.webUrl}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toEqual({ checks: { database: true, redis: true, migrations: true, running: true } })

    await payload.db.pool.query("UPDATE payload_migrations SET name = name || '_' WHERE name LIKE '%facts'")
    expect((await fetch(`${web.webUrl}/readyz`)).status).toBe(503)
    await payload.db.pool.query("UPDATE payload_migrations SET name = rtrim(name, '_') WHERE name LIKE '%facts_'")
    expect((await fetch(`${web.webUrl}/readyz`)).status).toBe(200)
  }) // prettier-ignore

  it('should count requests and what is done under the specification’s names', async () => {
    for (const path of ['/courses/x', `/v1/courses/${randomUUID()}`, '/nowhere/else']) await call('GET', path)
    const text = await (await fetch(`${web.webUrl}/metrics`)).text()
    for (const name of ['http_requests_total', 'http_request_duration_seconds', 'courses_created_total', 'active_users_count', 'outbox_pending_count'])
      expect(text).toContain(`# TYPE ${name} `)
    expect(text).toMatch(/http_requests_total\{method="GET",route="\/healthz",status_code="200",service="web"\} \d/)
    // By the route, however deep what answers it stands, and strangers' paths under one name.
    for (const route of ['/api/courses/:id', '/api/v1/courses/:courseId', '/api/other'])
      expect(text).toContain(`http_requests_total{method="GET",route="${route}"`)
    expect(text).not.toContain('nowhere')
  }) // prettier-ignore

  it('should bound what GraphQL is asked, and describe itself to nobody in production', async () => {
    const ask = async (query: string) => {
      const { body } = await callWeb<{ errors?: { message: string }[]; data?: object }>(web, 'POST', '/graphql', { token: author.token, body: { query } })
      return { message: body.errors?.[0]?.message ?? '', data: body.data }
    }
    expect(await ask('{ meUser { user { id } } }')).toMatchObject({ data: { meUser: { user: { id: author.user.id } } } })
    expect((await ask('{ __schema { types { name } } }')).message).toMatch(/introspection/i)
    expect((await ask('{ __type(name: "Bot") { fields { name } } }')).message).toMatch(/introspection/i)
    const nested = (depth: number): string => (depth === 0 ? 'id' : `currentRelease { course { ${nested(depth - 1)} } }`)
    expect((await ask(`{ Courses { docs { ${nested(6)} } } }`)).message).toMatch(/depth/i)
    const aliases = Array.from({ length: 400 }, (_, index) => `a${index}: Courses { docs { id } }`).join(' ')
    expect((await ask(`{ ${aliases} }`)).message).toMatch(/complex/i)
    const get = await fetch(`${web.webUrl}/api/graphql?query={meUser{user{id}}}`)
    expect(get.status).toBe(404)
    await get.arrayBuffer()
  }) // prettier-ignore

  it('should answer a runner alone, and that by its secret', async () => {
    const id = randomUUID()
    const { token } = await createUser(payload, { role: 'admin' })
    const secret = process.env.RUNNER_SECRET ?? ''
    const endpoints = [
      ['POST', '/runner/actions'],
      ['GET', '/runner/bots'],
      ['GET', `/runner/bots/${id}`],
      ['POST', `/runner/bots/${id}/report`],
      ['GET', `/runner/releases/${id}`],
      ['GET', `/runner/deliveries/${id}`],
      ['POST', `/runner/outbox/${id}/done`],
    ] as const
    for (const [method, path] of endpoints) {
      for (const authorization of ['', 'Bearer ', `Bearer ${secret}x`, `Bearer ${secret.slice(1)}`, secret, `JWT ${token}`]) {
        const { status, body } = await call(method, path, { headers: { authorization, cookie: `payload-token=${token}` } })
        expect([path, authorization.slice(0, 8), status, body.error.code]).toEqual([path, authorization.slice(0, 8), 401, 'unauthenticated'])
      }
    }
    expect((await call('GET', '/runner/bots', { headers: runner() })).status).toBe(200)
    // And the secret opens nothing but these.
    for (const path of ['/courses', '/bots', '/users', '/outbox']) expect((await call('GET', path, { headers: runner() })).status).toBe(403)
  }) // prettier-ignore
})

describe('the gateway with an internal port', () => {
  it('should answer runners there and nowhere else, however the path is written', async () => {
    const internalPort = await freePort()
    const web = await startWeb({ INTERNAL_PORT: String(internalPort) })
    try {
      const paths = ['/api/runner/bots', '/api/RUNNER/bots', '/api/globals/runner/bots', '/api/x/../runner/bots', '/api/x/%2e%2e/runner/bots', '/api/%72unner/bots', '/api//runner/bots', `http://127.0.0.1:${web.port}/api/runner/bots`]
      const forged = { 'x-gongbu-door': 'internal', ...runner() }
      for (const path of paths) {
        const { status, text } = await rawRequest({ port: web.port, path, headers: forged })
        expect([path, status]).toEqual([path, 404])
        expect(text).not.toContain('"bots"')
      }
      const overridden = await rawRequest({ port: web.port, method: 'POST', path: '/api/globals/runner/bots', headers: { ...forged, 'x-http-method-override': 'GET' } })
      expect(overridden.status).toBe(404)
      expect((await rawRequest({ port: web.port, path: '/metrics' })).status).toBe(404)

      const inside = await rawRequest({ port: internalPort, path: '/api/runner/bots', headers: runner() })
      expect([inside.status, JSON.parse(inside.text)]).toMatchObject([200, { bots: [] }])
      expect((await rawRequest({ port: internalPort, path: '/api/runner/bots' })).status).toBe(401)
      expect((await rawRequest({ port: internalPort, path: '/metrics' })).text).toContain('http_requests_total')
      expect((await rawRequest({ port: internalPort, path: '/api/users/me' })).status).toBe(404)
      expect((await rawRequest({ port: internalPort, path: '/admin/login' })).status).toBe(404)
    } finally {
      await web.stop()
    }
  }) // prettier-ignore
})
