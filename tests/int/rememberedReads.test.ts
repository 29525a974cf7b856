import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiCourse } from '../../src/contracts/api/courses.ts'
import { createUser } from '../factories/createUser.ts'
import { apiCalls, openApiSession, type ApiRefusal } from '../helpers/apiCalls.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

const perMinute = 40
/** What differs from one answer to the next. */
const own = new Set(['date', 'x-request-id', 'keep-alive', 'connection', 'transfer-encoding'])
const steady = (headers: Headers) => Object.fromEntries([...headers].filter(([name]) => !own.has(name)))

describe('what anybody reads of a published course', () => {
  let payload: Payload
  let web: Web
  let call: ReturnType<typeof apiCalls>
  let token: string
  let path: string

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb({ RATE_LIMIT_PER_MINUTE: String(perMinute), LOG_LEVEL: 'info' })
    call = apiCalls(web)
    token = await openApiSession(payload, (await createUser(payload)).user.id)
    const body = {
      title: 'Звёзды',
      description: 'Long enough to be published by anybody.',
      category: 'science',
      language: 'ru',
    }
    const { id } = (await call<ApiCourse>('POST', '/courses', { token, body })).body
    path = `/courses/${id}`
    await call('POST', `${path}/steps`, { token, body: { title: 'Луна', content: 'Far.' } })
    await call('POST', `${path}/publish`, { token })
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  it('should be the same by the short way as by the long one, and be counted and logged alike', async () => {
    for (const read of [path, `${path}/steps`]) {
      // Whatever says where it comes from takes the long way.
      const long = await call(
        ...(['GET', read, { headers: { origin: web.webUrl, 'x-request-id': 'the-long-way' } }] as const),
      )
      const short = await call('GET', read, { headers: { 'x-request-id': 'the-short-way' } })
      expect(short.body).toEqual(long.body)
      const { 'access-control-allow-origin': allowed, ...headers } = steady(long.headers)
      expect(allowed).toBe(web.webUrl)
      expect(steady(short.headers)).toEqual(headers)
      expect(short.headers.get('x-request-id')).toBe('the-short-way')
      const known = { 'if-none-match': short.headers.get('etag') ?? '' }
      expect((await call('GET', read, { headers: known })).status).toBe(304)
      const without = web.output().replaceAll('the-long-way', 'the-short-way')
      const lines = without.split('\n').filter((line) => line.includes('the-short-way'))
      const shapes = lines.map((line) => ({ ...(JSON.parse(line) as object), time: 0, responseTime: 0 }))
      expect(shapes.length).toBeGreaterThanOrEqual(2)
      expect(shapes.at(-2)).toEqual(shapes.at(-1))
    }
    const metrics = await (await fetch(`${web.webUrl}/metrics`)).text()
    const count = (route: string) =>
      new RegExp(
        `http_requests_total{method="GET",route="/api/v1/courses/:courseId${route}",status_code="(200|304)",service="web"} (\\d+)`,
        'g',
      )
    for (const route of ['', '/steps'])
      expect([...metrics.matchAll(count(route))].map(([, status, times]) => `${status} ${times}`)).toEqual([
        '200 2',
        '304 1',
      ])
  })

  it('should be what the course is now, once it was changed', async () => {
    const page = async () => (await fetch(web.webUrl + path)).text()
    expect(await page()).toContain('Звёзды')
    await call('PUT', path, { token, body: { title: 'Планеты' } })
    await call('POST', `${path}/publish`, { token })
    await expect.poll(async () => (await call<ApiCourse>('GET', path)).body.title).toBe('Планеты')
    await expect.poll(page).toMatch(/<h1[^>]*>Планеты/)
  })

  it('should be limited like everything else', async () => {
    const statuses = new Set<number>()
    let refused: Awaited<ReturnType<typeof call<ApiRefusal>>> | undefined
    for (let times = 0; times <= perMinute && refused === undefined; times += 1) {
      const answer = await call<ApiRefusal>('GET', path)
      statuses.add(answer.status)
      if (answer.status !== 200) refused = answer
    }
    expect([...statuses]).toEqual([200, 429])
    expect(refused?.body.error.code).toBe('tooManyRequests')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused?.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
