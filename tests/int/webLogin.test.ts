import { createHash, createHmac } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SignedIn } from '../../src/contracts/api/sessions.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

type Refusal = { error: { code: string } }
type Fields = Record<string, string | number>

describe('logging in with Telegram on the web', () => {
  let stack: Stack
  let payload: Payload
  let botId = 0

  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'debug', SIGN_INS_PER_MINUTE: '1000' }, { hasPlatformBot: true })
    await waitFor('the platform bot to be known', async () => {
      const { telegramBotId } = await payload.findGlobal({ slug: 'platform' })
      botId = telegramBotId ?? 0
      return telegramBotId != null
    })
  })
  afterAll(async () => {
    await stack.stop()
    await payload.destroy()
  })

  const newPerson = async () => (await stack.emulator.createPerson({ first_name: 'Ann & Bo' })).id
  /** What Telegram sends back for a person, from the page that it shows. */
  const resultAt = async (page: string, person: number): Promise<string> => {
    const html = await (await fetch(page)).text()
    return new RegExp(`data-person="${person}" href="[^"]*#tgAuthResult=([^"]*)"`).exec(html)?.[1] ?? ''
  }
  const pageFor = (returnTo: string) =>
    `${stack.emulatorUrl}/auth?${new URLSearchParams({ bot_id: String(botId), origin: stack.webUrl, return_to: returnTo })}`
  const fieldsOf = async (person: number): Promise<Fields> => {
    const result = await resultAt(pageFor(`${stack.webUrl}/`), person)
    return JSON.parse(Buffer.from(result, 'base64url').toString()) as Fields
  }
  const signIn = <Body = SignedIn>(fields: Fields) =>
    callWeb<Body>(stack, 'POST', '/v1/auth/telegram/web', { body: { fields } })
  const hashWith = (token: string, fields: Fields): Fields => {
    const lines = Object.entries(fields)
      .filter(([name]) => name !== 'hash')
      .map(([name, value]) => `${name}=${value}`)
      .sort()
    const key = createHash('sha256').update(token).digest()
    return { ...fields, hash: createHmac('sha256', key).update(lines.join('\n')).digest('hex') }
  }
  const makeCreator = (person: number) =>
    payload.db.pool.query(`UPDATE users SET role = 'creator' WHERE telegram_id = $1`, [person])

  /** A browser that is sent to Telegram. */
  const begin = async (next = '/admin/collections/courses') => {
    const response = await fetch(`${stack.webUrl}/auth/telegram?next=${encodeURIComponent(next)}`, {
      redirect: 'manual',
    })
    const page = response.headers.get('location') ?? ''
    const returnTo = new URL(page).searchParams.get('return_to') ?? ''
    return { page, returnTo, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  }
  const comeBack = (returnTo: string, result: string, cookie = '') =>
    fetch(returnTo, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ result }),
    })
  const sessionIn = (response: Response) =>
    response.headers.getSetCookie().find((cookie) => cookie.startsWith('payload-token='))

  describe('at the platform API', () => {
    it('should sign in whom Telegram names, as the person of the Mini App', async () => {
      const person = await newPerson()
      const { status, body } = await signIn(await fieldsOf(person))
      expect([status, body.user.telegramId, body.user.firstName]).toEqual([200, person, 'Ann & Bo'])
      const profile = await callWeb(stack, 'GET', '/v1/users/profile', {
        headers: { authorization: `Bearer ${body.token}` },
      })
      expect(profile.status).toBe(200)
    })

    it('should take the fields once, also when they come at once, and within an hour', async () => {
      const fields = await fieldsOf(await newPerson())
      const answers = await Promise.all([1, 2, 3].map(() => signIn(fields)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
      const person = await newPerson()
      const fresh = await fieldsOf(person)
      const old = hashWith(stack.platformToken, { ...fresh, auth_date: Number(fresh.auth_date) - 3700 })
      const { status, body } = await signIn<Refusal>(old)
      expect([status, body.error.code]).toEqual([401, 'loginExpired'])
      const ahead = hashWith(stack.platformToken, { ...fresh, auth_date: Number(fresh.auth_date) + 120 })
      expect((await signIn(ahead)).status).toBe(401)
    })

    it('should believe nothing that was changed, or hashed with another key', async () => {
      const fields = await fieldsOf(await newPerson())
      const { token } = await stack.emulator.createBot({ username: 'other_login_bot', name: 'Other' })
      for (const forged of [
        { ...fields, id: Number(fields.id) + 1 },
        { ...fields, more: 'x' },
        { ...fields, hash: '' },
        { ...fields, hash: String(fields.hash).toUpperCase() },
        hashWith(token, fields),
        { hash: String(fields.hash) },
        {},
      ]) {
        const { status, body } = await signIn<Refusal>(forged)
        expect([status, body.error.code]).toEqual([401, 'loginInvalid'])
      }
      expect((await signIn({ ...fields, first_name: 'x'.repeat(3000) })).status).toBe(422)
      // None of it has used the fields up.
      expect((await signIn(fields)).status).toBe(200)
    })

    it('should refuse a deactivated account', async () => {
      const person = await newPerson()
      await signIn(await fieldsOf(person))
      await payload.db.pool.query('UPDATE users SET is_active = false WHERE telegram_id = $1', [person])
      await stack.emulator.advanceClock(2000)
      const { status, body } = await signIn<Refusal>(await fieldsOf(person))
      expect([status, body.error.code]).toEqual([403, 'accountInactive'])
    })
  })

  describe('at the admin', () => {
    it('should open Payload’s own session for whoever makes courses, and lead where they wanted to go', async () => {
      const person = await newPerson()
      await signIn(await fieldsOf(person))
      await makeCreator(person)
      await stack.emulator.advanceClock(2000)
      const { page, returnTo, cookie } = await begin()
      const response = await comeBack(returnTo, await resultAt(page, person), cookie)
      expect([response.status, response.headers.get('location')]).toEqual([303, '/admin/collections/courses'])
      const session = sessionIn(response) ?? ''
      expect(session).toMatch(/; HttpOnly=true; SameSite=Lax/)
      const me = await callWeb<{ user: { telegramId: number } | null }>(stack, 'GET', '/users/me', {
        headers: { cookie: session.split(';')[0] ?? '', origin: stack.webUrl },
      })
      expect(me.body.user?.telegramId).toBe(person)
      const { rows } = await payload.db.pool.query(
        `SELECT e.details->>'by' AS by FROM audit_events e JOIN users u ON u.id::text = e.actor_id::text
         WHERE u.telegram_id = $1 AND e.act = 'signedIn' AND e.on_collection = 'users'`,
        [person],
      )
      expect(rows).toEqual([{ by: 'telegram' }])
    })

    it('should not sign in a browser that somebody else sent back, nor twice with one answer', async () => {
      const person = await newPerson()
      await signIn(await fieldsOf(person))
      await makeCreator(person)
      await stack.emulator.advanceClock(2000)
      const { page, returnTo, cookie } = await begin()
      const other = await begin()
      const result = await resultAt(page, person)
      for (const strange of ['', other.cookie, 'gongbu-login=x.y']) {
        const response = await comeBack(returnTo, result, strange)
        expect([response.status, sessionIn(response)]).toEqual([403, undefined])
      }
      expect((await comeBack(returnTo, result, cookie)).status).toBe(303)
      const again = await comeBack(returnTo, result, cookie)
      expect([again.status, sessionIn(again)]).toEqual([401, undefined])
    })

    it('should tell learners kindly, and whoever said no, in words', async () => {
      const person = await newPerson()
      const { page, returnTo, cookie } = await begin()
      const response = await comeBack(returnTo, await resultAt(page, person), cookie)
      expect([response.status, sessionIn(response)]).toEqual([403, undefined])
      expect(await response.text()).toContain(`${stack.emulatorUrl}/platform_bot`)
      for (const result of ['', 'ZmFsc2U', '!!!', 'x'.repeat(9000)])
        expect((await comeBack(returnTo, result, cookie)).status).toBe(401)
      expect((await comeBack(returnTo, 'x'.repeat(40_000), cookie)).status).toBe(413)
    })

    it('should lead to pages of the admin alone', async () => {
      const person = await newPerson()
      await signIn(await fieldsOf(person))
      await makeCreator(person)
      for (const next of [
        '//evil.example/admin',
        'https://evil.example/admin',
        '/\\evil.example',
        '/api/users/logout',
        '/admin/../api/x',
        '/administration',
      ]) {
        await stack.emulator.advanceClock(2000)
        const { page, returnTo, cookie } = await begin(next)
        const response = await comeBack(returnTo, await resultAt(page, person), cookie)
        expect([next, response.headers.get('location')]).toEqual([next, '/admin'])
      }
    })

    it('should let the page of the way back do nothing but post what it was given', async () => {
      const { returnTo } = await begin()
      const response = await fetch(returnTo)
      const policy = response.headers.get('content-security-policy') ?? ''
      const [, nonce = ''] = /script nonce="([^"]+)"/.exec(await response.text()) ?? []
      expect(policy).toContain(`'nonce-${nonce}'`)
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    })
  })

  it('should keep the key sealed, and log nothing of what signs in', async () => {
    const { sealedLoginKey } = await payload.findGlobal({ slug: 'platform', showHiddenFields: true })
    expect(sealedLoginKey).toMatch(/^v1\./)
    const shown = await callWeb(stack, 'GET', '/globals/platform')
    expect(JSON.stringify(shown.body)).not.toContain(String(sealedLoginKey))
    const fields = await fieldsOf(await newPerson())
    await signIn(fields)
    const said = stack.web.output() + stack.runner.output()
    for (const secret of [String(fields.hash), stack.platformToken]) expect(said).not.toContain(secret)
  })
})
