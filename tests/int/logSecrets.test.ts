import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SignedIn, Tokens } from '../../src/contracts/api/sessions.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { apiCalls } from '../helpers/apiCalls.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { platformBot, startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

describe('what the processes write down', () => {
  let stack: Stack
  let payload: Payload
  /** What may stand in no line, by what it is. */
  const secrets = new Map<string, string>()
  const keep = (what: string, secret: string | null | undefined): string => {
    if (!secret || secret.length < 8) throw new Error(`${what} is no secret that can be looked for`)
    secrets.set(what, secret)
    return secret
  }

  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'trace' }, { hasPlatformBot: true })
    await waitFor('the platform bot to be known', async () => {
      const { telegramBotId } = await payload.findGlobal({ slug: 'platform' })
      return telegramBotId != null
    })
  })
  afterAll(async () => {
    await stack.stop()
    await payload.destroy()
  })

  const initData = async (): Promise<string> => {
    const person = (await stack.emulator.createPerson({ first_name: 'Ann' })).id
    await stack.emulator.send(platformBot.username, person, '/start')
    const launch = {
      bot: platformBot.username,
      person,
      kind: 'menu' as const,
      url: 'https://example.org/app',
    }
    const { init_data: data } = await stack.emulator.initData(launch)
    keep('the hash of initData', new URLSearchParams(data).get('hash'))
    keep('the signature of initData', new URLSearchParams(data).get('signature'))
    return data
  }

  it('should hold no token, no password and nothing that Telegram has signed', async () => {
    const call = apiCalls(stack)
    for (const name of ['PAYLOAD_SECRET', 'RUNNER_SECRET', 'TOKEN_KEYS'] as const)
      keep(name, process.env[name])
    keep('the token of the platform bot', stack.platformToken)

    // Signing in, rightly and wrongly, and with what is used up.
    const data = await initData()
    const { body: signedIn } = await call<SignedIn>('POST', '/auth/telegram', { body: { initData: data } })
    keep('an access token', signedIn.token)
    keep('a refresh token', signedIn.refreshToken)
    await call('POST', '/auth/telegram', { body: { initData: `${data}0` } })
    const { body: fresh } = await call<Tokens>('POST', '/auth/refresh', {
      body: { refreshToken: signedIn.refreshToken },
    })
    keep('the next access token', fresh.token)
    keep('the next refresh token', fresh.refreshToken)
    await call('POST', '/auth/refresh', { body: { refreshToken: signedIn.refreshToken } })
    await call('GET', '/users/profile', { token: `${fresh.token}x` })

    const author = await createUser(payload)
    keep('a password', author.password)
    keep('a session of the admin', author.token)
    const { email, password } = author
    const wrong = keep('a wrong password', 'quite-a-wrong-password')
    for (const path of ['/users/login', '/v1/auth/password']) {
      const right = await callWeb<{ token: string; refreshToken?: string }>(stack, 'POST', path, {
        body: { email, password },
      })
      expect([path, right.status]).toEqual([path, 200])
      keep(`a token of ${path}`, right.body.token)
      await callWeb(stack, 'POST', path, { body: { email, password: wrong } })
      await callWeb(stack, 'POST', path, { body: { email, password: { $ne: wrong } } })
    }
    await call('POST', '/auth/telegram/web', {
      body: { id: 1, first_name: 'A', auth_date: 1, hash: keep('a forged hash', 'f'.repeat(64)) },
    })
    await fetch(`${stack.webUrl}/auth/telegram/callback?hash=${'f'.repeat(64)}`, { redirect: 'manual' })

    // Bots' tokens: a good one, one that Telegram refuses, one in an address.
    const { course } = await buildCourse(payload, { author, isPublished: true })
    const token = await attachLiveBot(stack, {
      ...{ author, courseId: course.id },
      ...{ username: 'secretive_bot', name: 'Secretive' },
    })
    keep('the token of a course’s bot', token)
    const refused = keep('a token that Telegram refuses', `7654321:${'x'.repeat(35)}`)
    await callWeb(stack, 'POST', `/courses/${course.id}/bot`, {
      token: author.token,
      body: { token: refused },
    })
    await call('GET', `/courses/${course.id}?token=${refused}`)
    // What cannot be read is written down as a failure.
    await fetch(`${stack.webUrl}/api/v1/auth/password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"email":"${email}","password":"${password}"`,
    })
    await call('POST', '/courses', {
      token: fresh.token,
      body: { title: 'A' },
      headers: { 'idempotency-key': keep('an Idempotency-Key', 'a-key-of-somebody') },
    })

    const written = stack.web.output() + stack.runner.output()
    expect(written).toContain('/api/v1/auth/password')
    expect(written).toContain('/api/v1/auth/telegram')
    expect([...secrets].filter(([, secret]) => written.includes(secret)).map(([what]) => what)).toEqual([])
  })
})
