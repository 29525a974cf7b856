import { createHmac } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SignedIn, Tokens } from '../../src/contracts/api/sessions.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { platformBot, startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

type Refusal = { error: { code: string; message: string; details?: { problems: { path: string }[] } } }
type Sessions = { sessions: { id: string; isCurrent: boolean; courseId: string | null }[] }

const courseBot = 'identity_bot'

describe('identities at the platform API', () => {
  let stack: Stack
  let payload: Payload
  let courseId: string
  let courseToken: string

  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'debug' }, { hasPlatformBot: true })
    const { course, author } = await buildCourse(payload, { isPublished: true })
    courseId = course.id
    const bot = { author, courseId, username: courseBot, name: 'Identities' }
    courseToken = await attachLiveBot(stack, bot)
    await waitFor('the platform bot to be known', async () => {
      const { telegramBotId } = await payload.findGlobal({ slug: 'platform' })
      return telegramBotId != null
    })
  })
  afterAll(async () => {
    await stack.stop()
    await payload.destroy()
  })

  const call = <Body = Refusal>(method: string, path: string, body?: unknown, token?: string) =>
    callWeb<Body>(stack, method, `/v1${path}`, {
      body,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    })
  const newPerson = async () => (await stack.emulator.createPerson({ first_name: 'Ann' })).id
  const initDataOf = async (person: number, bot = platformBot.username) => {
    await stack.emulator.send(bot, person, '/start')
    const launch = { bot, person, kind: 'menu' as const, url: 'https://example.org/app' }
    return (await stack.emulator.initData(launch)).init_data
  }
  const signIn = <Body = SignedIn>(initData: string, bot?: string) =>
    call<Body>('POST', '/auth/telegram', { initData, bot })
  const signedIn = async (person: number, bot?: string) =>
    (await signIn(await initDataOf(person, bot), bot)).body
  /** The same fields with other words in them, hashed with a token as its holder could. */
  const forge = (initData: string, change: Record<string, string>, token: string) => {
    const fields = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(initData)), ...change })
    fields.delete('hash')
    const lines = [...fields].map(([name, value]) => `${name}=${value}`).sort()
    const key = createHmac('sha256', 'WebAppData').update(token).digest()
    fields.set('hash', createHmac('sha256', key).update(lines.join('\n')).digest('hex'))
    return fields.toString()
  }

  it('should sign in whoever opens the platform’s Mini App, as the same person each time', async () => {
    const person = await newPerson()
    const first = await signedIn(person)
    expect(first.user).toMatchObject({ telegramId: person, firstName: 'Ann', role: 'student', email: null })
    const again = await signedIn(person)
    expect(again.user.id).toBe(first.user.id)
    const { status, body } = await call<SignedIn['user']>('GET', '/users/profile', undefined, first.token)
    expect([status, body]).toEqual([200, first.user])
  })

  it('should give a student’s rights in one course at its bot, whatever somebody is elsewhere', async () => {
    const person = await newPerson()
    const { user } = await signedIn(person)
    await payload.update({ collection: 'users', id: user.id, data: { role: 'admin' } })
    const bound = await signedIn(person, courseBot)
    expect(bound.user).toMatchObject({ id: user.id, role: 'student' })
    const { body } = await call<Sessions>('GET', '/auth/sessions', undefined, bound.token)
    // Of the session at the platform nothing is seen from here, and nothing can be ended.
    expect(body.sessions).toMatchObject([{ isCurrent: true, courseId }])
    const atPlatform = await signedIn(person)
    expect(atPlatform.user.role).toBe('admin')
    const listed = await call<Sessions>('GET', '/auth/sessions', undefined, atPlatform.token)
    const other = listed.body.sessions.find((session) => session.isCurrent)?.id ?? ''
    expect((await call('DELETE', `/auth/sessions/${other}`, undefined, bound.token)).status).toBe(404)
    expect((await call('DELETE', `/auth/sessions/${other}`, undefined, atPlatform.token)).status).toBe(204)
  })

  it('should refuse what the holder of a course’s token hashed for somebody else', async () => {
    const admin = await newPerson()
    const { user } = await signedIn(admin)
    await payload.update({ collection: 'users', id: user.id, data: { role: 'admin' } })
    const own = await initDataOf(await newPerson(), courseBot)
    const forged = forge(own, { user: JSON.stringify({ id: admin, first_name: 'Ann' }) }, courseToken)
    for (const bot of [courseBot, undefined]) {
      const { status, body } = await signIn<Refusal>(forged, bot)
      expect([status, body.error.code]).toEqual([401, 'initDataInvalid'])
    }
    // What Telegram signed for a course’s bot is nothing at the platform’s, nor the other way round.
    expect((await signIn(own)).status).toBe(401)
    expect((await signIn(await initDataOf(admin), courseBot)).status).toBe(401)
    expect((await signIn(own, 'no_such_bot')).status).toBe(401)
  })

  it('should take a refresh token once, and end the session when it comes again', async () => {
    const first = await signedIn(await newPerson())
    const refresh = (refreshToken: string) => call<Tokens>('POST', '/auth/refresh', { refreshToken })
    const { status, body: second } = await refresh(first.refreshToken)
    expect(status).toBe(200)
    const profile = (token: string) => call('GET', '/users/profile', undefined, token)
    expect((await profile(second.token)).status).toBe(200)
    expect((await refresh(first.refreshToken)).status).toBe(401)
    expect((await profile(second.token)).status).toBe(401)
    expect((await refresh(second.refreshToken)).status).toBe(401)
    // The one is not the other.
    const third = await signedIn(await newPerson())
    expect((await profile(third.refreshToken)).status).toBe(401)
    expect((await refresh(third.token)).status).toBe(401)
  })

  it('should give new tokens to one of two who come with the same refresh token at once', async () => {
    const { refreshToken } = await signedIn(await newPerson())
    const answers = await Promise.all([1, 2].map(() => call('POST', '/auth/refresh', { refreshToken })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('should sign out', async () => {
    const { token, refreshToken } = await signedIn(await newPerson())
    expect((await call('POST', '/auth/logout', undefined, token)).body).toEqual({ success: true })
    expect((await call('GET', '/users/profile', undefined, token)).status).toBe(401)
    expect((await call('POST', '/auth/refresh', { refreshToken })).status).toBe(401)
  })

  it('should refuse a deactivated account, also with the tokens that it has', async () => {
    const person = await newPerson()
    const initData = await initDataOf(person)
    const { user, refreshToken } = (await signIn(initData)).body
    await payload.update({ collection: 'users', id: user.id, data: { isActive: false } })
    const { status, body } = await signIn<Refusal>(initData)
    expect([status, body.error.code]).toEqual([403, 'accountInactive'])
    expect((await call('POST', '/auth/refresh', { refreshToken })).status).toBe(401)
  })

  it('should take one initData ten times, and none that is more than an hour old', async () => {
    const initData = await initDataOf(await newPerson())
    for (let time = 0; time < 10; time++) expect((await signIn(initData)).status).toBe(200)
    const { status, headers } = await signIn(initData)
    // The same in another order, or spelt differently, is the same.
    const turned = initData.split('&').toReversed().join('&')
    for (const again of [turned, `${initData}&`, initData.replace('auth_date', '%61uth_date')])
      expect((await signIn(again)).status).toBe(429)
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true])
    const old = await initDataOf(await newPerson())
    await stack.emulator.advanceClock(61 * 60_000)
    const { body } = await signIn<Refusal>(old)
    expect(body.error.code).toBe('initDataExpired')
  })

  it('should say what is wrong with a request, where, and in the person’s language', async () => {
    const { status, body } = await callWeb<Refusal>(stack, 'POST', '/v1/auth/telegram', {
      body: { initData: 5, more: true },
      headers: { 'accept-language': 'ru' },
    })
    expect(status).toBe(422)
    expect(body.error.message).toMatch(/[а-я]/)
    expect(body.error.details?.problems.map(({ path }) => path)).toEqual(['body.initData', 'body'])
    expect((await call('GET', '/no/such/route')).body.error.code).toBe('notFound')
    expect((await call('GET', '/auth/sessions')).body.error.code).toBe('unauthenticated')
    expect((await call('DELETE', '/auth/sessions/x', undefined, 'x')).status).toBe(401)
  })

  it('should tell nobody the keys: neither in what it answers nor in what it logs', async () => {
    const { sealedWebAppKey } = await payload.findGlobal({ slug: 'platform', showHiddenFields: true })
    expect(sealedWebAppKey).toMatch(/^v1\./)
    const initData = await initDataOf(await newPerson())
    const { token, refreshToken } = (await signIn(initData)).body
    const said = stack.web.output() + stack.runner.output()
    for (const secret of [initData, token, refreshToken, courseToken]) expect(said).not.toContain(secret)
  })
})
