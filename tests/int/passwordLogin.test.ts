import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SignedIn } from '../../src/contracts/api/sessions.ts'
import { createUser } from '../factories/createUser.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

type Refusal = { error: { code: string; message: string } }

describe('signing in to the platform API with a password', () => {
  let payload: Payload
  let web: Web

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb({ LOG_LEVEL: 'debug', SIGN_INS_PER_MINUTE: '40', TRUST_PROXY: '1' })
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  const signIn = <Body = SignedIn>(email: string, password: string, client = '203.0.113.1') =>
    callWeb<Body>(web, 'POST', '/v1/auth/password', {
      body: { email, password },
      headers: { 'x-forwarded-for': client },
    })
  const refusedIn = async (email: string, password: string) => {
    const start = performance.now()
    const { status, body } = await signIn<Refusal>(email, password)
    return { status, error: { ...body.error, requestId: null }, ms: performance.now() - start }
  }

  it('should open a session of the API and none of the admin', async () => {
    const { user, email, password } = await createUser(payload)
    await payload.db.pool.query('DELETE FROM users_sessions WHERE _parent_id = $1', [user.id])
    const { status, body } = await signIn(` ${email.toUpperCase()}`, password)
    expect([status, body.user.id, body.user.email]).toEqual([200, user.id, email])
    const profile = await callWeb(web, 'GET', '/v1/users/profile', {
      headers: { authorization: `Bearer ${body.token}` },
    })
    expect(profile.status).toBe(200)
    const { rows } = await payload.db.pool.query('SELECT 1 FROM users_sessions WHERE _parent_id = $1', [
      user.id,
    ])
    expect(rows).toEqual([])
    const acts = await payload.db.pool.query<{ by: string }>(
      `SELECT details->>'by' AS by FROM audit_events
       WHERE actor_id = $1 AND act = 'signedIn' AND on_collection = 'sessions'`,
      [user.id],
    )
    expect(acts.rows).toEqual([{ by: 'password' }])
  })

  it('should refuse the same, and take as long, whatever the reason', async () => {
    const known = await createUser(payload)
    const gone = await createUser(payload)
    await payload.update({ collection: 'users', id: gone.user.id, data: { isActive: false } })
    const locked = await createUser(payload)
    await payload.db.pool.query('UPDATE users SET lock_until = $2 WHERE id = $1', [
      locked.user.id,
      new Date(Date.now() + 600_000),
    ])
    const without = await createUser(payload)
    await payload.db.pool.query('UPDATE users SET hash = NULL, salt = NULL WHERE id = $1', [without.user.id])
    const refusals = [
      await refusedIn(known.email, 'wrong-password'),
      await refusedIn('nobody@example.org', known.password),
      await refusedIn(gone.email, gone.password),
      await refusedIn(gone.email, 'wrong-password'),
      await refusedIn(locked.email, locked.password),
      await refusedIn(without.email, without.password),
      await refusedIn(known.email, '   '),
    ]
    for (const { status, error, ms } of refusals) {
      expect([status, error]).toEqual([401, refusals[0]?.error])
      expect(ms).toBeGreaterThan(590)
    }
    expect(refusals[0]?.error.code).toBe('signInRefused')
    // The admin’s ways: REST and GraphQL.
    const inAdmin = async (email: string) => {
      const headers = { 'x-forwarded-for': '203.0.113.4' }
      const start = performance.now()
      const rest = await callWeb<Refusal>(web, 'POST', '/users/login', {
        body: { email, password: 'wrong-password' },
        headers,
      })
      const between = performance.now()
      const query = `mutation { loginUser(email: "${email}", password: "wrong-password") { token } }`
      const { body } = await callWeb<{ errors: { message: string }[] }>(web, 'POST', '/graphql', {
        body: { query },
        headers,
      })
      expect(Math.min(between - start, performance.now() - between)).toBeGreaterThan(590)
      return [rest.status, rest.body.error.message, body.errors[0]?.message]
    }
    expect(await inAdmin('nobody@example.org')).toEqual(await inAdmin(known.email))
    expect(await inAdmin(without.email)).toEqual(await inAdmin(known.email))
    // Nothing is left behind of what was refused.
    const { rows } = await payload.db.pool.query('SELECT 1 FROM sessions WHERE user_id = ANY($1)', [
      [gone.user.id, locked.user.id, without.user.id, known.user.id],
    ])
    expect(rows).toEqual([])
  })

  it('should not tell by time whom it wrote a new password’s mail to', async () => {
    const { email } = await createUser(payload)
    for (const address of [email, 'nobody@example.org']) {
      const start = performance.now()
      const body = { email: address }
      expect((await callWeb(web, 'POST', '/users/forgot-password', { body })).status).toBe(200)
      const between = performance.now()
      const query = `mutation { forgotPasswordUser(email: "${address}") }`
      expect((await callWeb(web, 'POST', '/graphql', { body: { query } })).body).toMatchObject({
        data: { forgotPasswordUser: true },
      })
      expect(Math.min(between - start, performance.now() - between)).toBeGreaterThan(290)
    }
  })

  it('should keep out who guesses, and not whose account it is; nor tell whether there is one', async () => {
    const { email, password } = await createUser(payload)
    const guessed = async (address: string) => {
      const tries = Array.from({ length: 10 }, () => signIn(address, 'wrong-password', '203.0.113.2'))
      expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 401))
      const { status, body } = await signIn<Refusal>(address, password, '203.0.113.2')
      return [status, body.error.code]
    }
    expect(await guessed(email)).toEqual([429, 'tooManyRequests'])
    expect(await guessed('nobody-here@example.org')).toEqual([429, 'tooManyRequests'])
    expect((await signIn(email, password, '203.0.113.3')).status).toBe(200)
  })

  it('should answer its tokens anew each time, whatever key a call comes with', async () => {
    const { email, password } = await createUser(payload)
    const { token } = (await signIn(email, password)).body
    const again = () =>
      callWeb<SignedIn>(web, 'POST', '/v1/auth/password', {
        body: { email, password },
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': 'one',
          'x-forwarded-for': '203.0.113.1',
        },
      })
    expect((await again()).body.refreshToken).not.toBe((await again()).body.refreshToken)
    const { rows } = await payload.db.pool.query(`SELECT 1 FROM idempotency_keys WHERE key = 'one'`)
    expect(rows).toEqual([])
  })

  it('should limit tries per account and per address, and log no password', async () => {
    const { email, password } = await createUser(payload)
    const statuses: number[] = []
    for (let time = 0; time < 100 && statuses.at(-1) !== 429; time++)
      statuses.push((await signIn(email, password)).status)
    expect(statuses.at(-1)).toBe(429)
    const other = await createUser(payload)
    expect((await signIn(other.email, other.password)).status).toBe(429)
    const overAdmin = await callWeb(web, 'POST', '/users/login', {
      body: { email: other.email, password: other.password },
      headers: { 'x-forwarded-for': '203.0.113.1' },
    })
    expect(overAdmin.status).toBe(429)
    for (const secret of [password, email, other.password]) expect(web.output()).not.toContain(secret)
  })
})
