import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createUser } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { cutRedis } from '../helpers/ownRedis.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'
import { waitFor } from '../helpers/waitFor.ts'

type Refusal = { error: { code: string; message: string } }

describe('the gateway’s limits', () => {
  let web: Web
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb({ RATE_LIMIT_PER_MINUTE: '30', LOGIN_TRIES_PER_QUARTER_HOUR: '3', TRUST_PROXY: '1' })
  })
  afterAll(() => web.stop())

  const from = (address: string, method: string, path: string, options: Parameters<typeof callWeb>[3] = {}) =>
    callWeb<Refusal>(web, method, path, {
      ...options,
      headers: { 'x-forwarded-for': address, ...options.headers },
    })

  it('should count by address, tell when to come again, and leave other addresses alone', async () => {
    const answers = []
    for (let index = 0; index < 31; index += 1) answers.push(await from('203.0.113.1', 'GET', '/users/me'))
    expect(answers.slice(0, 30).every(({ status }) => status === 200)).toBe(true)
    const last = answers.at(-1)
    expect(last).toMatchObject({ status: 429, body: { error: { code: 'tooManyRequests' } } })
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    const russian = await from('203.0.113.1', 'GET', '/users/me', { headers: { 'accept-language': 'ru' } })
    expect(russian.body.error.message).toMatch(/^Слишком много запросов/)
    expect((await from('203.0.113.2', 'GET', '/users/me')).status).toBe(200)
    // Only the last address of the list is one that a proxy of ours has seen.
    expect((await from('203.0.113.9, 203.0.113.1', 'GET', '/users/me')).status).toBe(429)
    expect((await fetch(`${web.webUrl}/healthz`)).status).toBe(200)
  }) // prettier-ignore

  it('should count all addresses of one IPv6 connection together, and an IPv4 address however it comes', async () => {
    const statusFrom = async (address: string) => (await from(address, 'GET', '/users/me')).status
    for (let index = 1; index <= 30; index += 1) await statusFrom(`2001:db8:1:2::${index}`)
    expect([await statusFrom('2001:db8:1:2:ffff::1'), await statusFrom('2001:db8:1:3::1')]).toEqual([
      429, 200,
    ])
    expect(await statusFrom('::ffff:203.0.113.1')).toBe(429)
  })

  it('should count failed sign-ins by account and client, whichever way they come', async () => {
    const { email, password, token } = await createUser(payload)
    const guess = (address: string, spelling: string) =>
      callWeb<{ errors?: { message: string; extensions?: { code?: string; statusCode?: number } }[] }>(web, 'POST', '/graphql', {
        headers: { 'x-forwarded-for': address, 'accept-language': 'en' },
        body: { query: `mutation { loginUser(email: "${spelling}", password: "guess") { token } }` },
      })
    for (const [index, spelling] of [email, email.toUpperCase(), ` ${email} `].entries()) {
      const { body } = await guess(`2001:db8:9::${index}`, spelling)
      expect(body.errors?.[0]?.extensions?.statusCode).toBe(401)
    }
    const refused = await guess('2001:db8:9::7', email)
    expect(refused.body.errors?.[0]).toMatchObject({ message: expect.stringMatching(/^Too many requests/) as string, extensions: { code: 'tooManyRequests', statusCode: 429 } })
    expect(refused.headers.get('retry-after')).not.toBeNull()
    const right = { body: { email, password } }
    const forged = { ...right, headers: { 'x-gongbu-client': 'another' } }
    const overRest = await from('2001:db8:9::8', 'POST', '/users/login', forged)
    expect(overRest).toMatchObject({ status: 429, body: { error: { code: 'tooManyRequests' } } })
    expect(Number(overRest.headers.get('retry-after'))).toBeGreaterThan(60)
    // Who is signed in stays so, other accounts are not concerned, and the same one elsewhere is not either.
    expect((await from('2001:db8:9::9', 'GET', '/users/me', { token })).body).toMatchObject({ user: { email } })
    const other = await createUser(payload)
    expect((await from('2001:db8:9::9', 'POST', '/users/login', { body: { email: other.email, password: other.password } })).status).toBe(200)
    expect((await from('203.0.113.23', 'POST', '/users/login', right)).status).toBe(200)
  }) // prettier-ignore

  it('should end guesses of many clients at one address, whether or not it has an account', async () => {
    const body = { email: 'nobody-there@example.org', password: 'guess' }
    const guess = async (client: number) =>
      (await from(`198.51.100.${client}`, 'POST', '/users/login', { body })).status
    for (let client = 1; client <= 20; client += 1)
      expect(await Promise.all([guess(client), guess(client), guess(client)])).toEqual([401, 401, 401])
    expect(await guess(21)).toBe(429)
  })

  it('should go on without Redis, and say that it is not ready', async () => {
    const alone = await startWeb({ REDIS_URL: `redis://127.0.0.1:${await freePort()}`, RATE_LIMIT_PER_MINUTE: '5' })
    try {
      const ready = await fetch(`${alone.webUrl}/readyz`)
      expect([ready.status, await ready.json()]).toMatchObject([503, { checks: { database: true, redis: false } }])
      const statuses = []
      for (let index = 0; index < 6; index += 1) statuses.push((await callWeb(alone, 'GET', '/users/me')).status)
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    } finally {
      await alone.stop()
    }
  }) // prettier-ignore

  it('should get over connections to Redis that break', async () => {
    await cutRedis(process.env.REDIS_URL ?? '')
    await waitFor('the web process to be ready again', async () => (await fetch(`${web.webUrl}/readyz`)).ok)
    expect((await from('203.0.113.30', 'GET', '/users/me')).status).toBe(200)
  })
})
