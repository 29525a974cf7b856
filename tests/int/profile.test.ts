import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Account } from '../../src/contracts/api/account.ts'
import { startInbox } from '../../telegram-emulator/src/mail/startInbox.ts'
import { createUser } from '../factories/createUser.ts'
import { openApiSession, type ApiRefusal } from '../factories/openApiSession.ts'
import { auditedActs } from '../helpers/auditedActs.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'
import { waitFor } from '../helpers/waitFor.ts'

const newAddress = () => `${randomBytes(6).toString('hex')}@example.org`

describe('people’s own accounts at the platform API', () => {
  let payload: Payload
  let web: Web
  let inbox: Awaited<ReturnType<typeof startInbox>>
  let telegramId = 8_100_000

  beforeAll(async () => {
    payload = await getTestPayload()
    inbox = await startInbox()
    web = await startWeb({
      LOG_LEVEL: 'debug',
      SMTP_URL: `smtp://127.0.0.1:${inbox.port}`,
      MAIL_FROM: 'gongbu@example.org',
    })
  })
  afterAll(async () => {
    await web.stop()
    await inbox.close()
    await payload.destroy()
  })

  /** Somebody of whom nothing but their Telegram account is known. */
  const newLearner = async () => {
    const { rows } = await payload.db.pool.query<{ id: string }>(
      `INSERT INTO users (telegram_id, first_name, username, role, is_active, subscription_plan)
       VALUES ($1, 'Ann', 'ann_at_telegram', 'student', true, 'free') RETURNING id`,
      [++telegramId],
    )
    const userId = rows[0]?.id ?? ''
    return { userId, ...(await openApiSession(payload, web, { userId })) }
  }
  type Session = Awaited<ReturnType<typeof newLearner>>
  const put = <Body = Account>({ call }: Pick<Session, 'call'>, body: unknown) =>
    call<Body>('PUT', '/users/profile', body)
  const confirm = <Body = Account>({ call }: Pick<Session, 'call'>, code: string) =>
    call<Body>('POST', '/auth/email/confirm', { code })
  /** The newest first. */
  const mailsTo = (address: string) => inbox.mails().filter(({ to }) => to.includes(address))
  const mailTo = async (address: string) => {
    await waitFor('a mail', () => mailsTo(address).length > 0)
    return mailsTo(address)[0]!
  }
  const codeTo = async (address: string) => /\d{4} \d{4}/.exec((await mailTo(address)).text)?.[0] ?? ''

  it('should give an account an address once its code is brought, and not before', async () => {
    const learner = await newLearner()
    const email = newAddress()
    const asked = await put(learner, { email: ` ${email.toUpperCase()} ` })
    expect([asked.status, asked.body.email, asked.body.unconfirmedEmail]).toEqual([200, null, email])
    const found = async () =>
      (await payload.find({ collection: 'users', where: { email: { equals: email } } })).docs
    expect(await found()).toEqual([])
    const code = await codeTo(email)
    const { status, body } = await confirm(learner, code)
    expect([status, body.email, body.unconfirmedEmail]).toEqual([200, email, null])
    expect((await found()).map(({ id }) => id)).toEqual([learner.userId])
    expect(await auditedActs(payload, 'emailConfirmed', learner.userId)).toMatchObject([
      { actorId: learner.userId },
    ])
    // For one use.
    expect((await confirm<ApiRefusal>(learner, code)).body.error.code).toBe('emailCodeWrong')
  })

  it('should take five tries, also when they come at once', async () => {
    const learner = await newLearner()
    const email = newAddress()
    await put(learner, { email })
    const code = await codeTo(email)
    const wrong = code === '0000 0000' ? '1111 1111' : '0000 0000'
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(learner, wrong)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([409]))
    expect((await confirm(learner, code)).status).toBe(409)
  })

  it('should not take a code for another account, nor after its time, nor after another one', async () => {
    const [learner, other] = [await newLearner(), await newLearner()]
    const email = newAddress()
    await put(learner, { email })
    await put(other, { email })
    await waitFor('two mails', () => mailsTo(email).length === 2)
    const codes = mailsTo(email)
      .toReversed()
      .map(({ text }) => /\d{4} \d{4}/.exec(text)?.[0] ?? '')
    expect((await confirm(other, codes[0]!)).status).toBe(409)
    await payload.db.pool.query('UPDATE email_claims SET expires_at = $2 WHERE user_id = $1', [
      learner.userId,
      new Date(0),
    ])
    expect((await confirm(learner, codes[0]!)).status).toBe(409)
    expect((await confirm(other, codes[1]!)).body.email).toBe(email)
  })

  it('should say nothing of whose an address is, but to whoever reads its mail', async () => {
    const { email, user } = await createUser(payload)
    const learner = await newLearner()
    const { status, body } = await put(learner, { email })
    expect([status, body.unconfirmedEmail, body.email]).toEqual([200, email, null])
    const mail = await mailTo(email)
    expect(mail.text).not.toMatch(/\d{4} \d{4}/)
    expect(mail.subject).toMatch(/already|уже/)
    expect((await confirm(learner, '1234 5678')).status).toBe(409)
    expect((await payload.findByID({ collection: 'users', id: user.id })).email).toBe(email)
  })

  it('should give an address to one account when two confirm it', async () => {
    const [first, second] = [await newLearner(), await newLearner()]
    const email = newAddress()
    await put(first, { email })
    const code = await codeTo(email)
    await put(second, { email })
    await waitFor('a second mail', () => mailsTo(email).length === 2)
    const other = /\d{4} \d{4}/.exec(mailsTo(email)[0]!.text)?.[0] ?? ''
    const answers = await Promise.all([confirm(first, code), confirm(second, other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('should tell the address before, and let what waits be taken back', async () => {
    const { email: before, user } = await createUser(payload)
    const session = await openApiSession(payload, web, { userId: user.id })
    const email = newAddress()
    await put(session, { email })
    expect((await put(session, { email: before })).body.unconfirmedEmail).toBeNull()
    expect((await confirm(session, await codeTo(email))).status).toBe(409)
    const next = newAddress()
    await put(session, { email: next })
    expect((await confirm(session, await codeTo(next))).body.email).toBe(next)
    expect((await mailTo(before)).text).toContain(`${next[0]}***@example.org`)
    // In the language of the account, whoever asks in another one.
    await payload.update({ collection: 'users', id: user.id, data: { locale: 'ru' } })
    const last = newAddress()
    await put(session, { email: last })
    await confirm(session, await codeTo(last))
    await waitFor('the news', () => mailsTo(next).length === 2)
    expect(mailsTo(next)[0]!.text).toMatch(/[а-яё]{4}/)
  })

  it('should send no invitation of a team to an address that is not confirmed', async () => {
    const learner = await newLearner()
    const email = newAddress()
    await put(learner, { email })
    const { token } = await payload.login({
      collection: 'users',
      data: await createUser(payload).then(({ email, password }) => ({ email, password })),
    })
    const { body } = await callWeb<{ doc: { id: string } }>(web, 'POST', '/courses', {
      token,
      body: { title: 'Mine' },
    })
    await callWeb(web, 'POST', `/courses/${body.doc.id}/team/invites`, {
      token,
      body: { email, role: 'mentor' },
    })
    const { rows } = await payload.db.pool.query('SELECT 1 FROM courses_rels WHERE users_id = $1', [
      learner.userId,
    ])
    expect(rows).toEqual([])
    expect((await callWeb(web, 'POST', '/users/login', { body: { email, password: 'x' } })).status).toBe(401)
  })

  it('should leave a Telegram account its name, and let others choose one', async () => {
    const learner = await newLearner()
    const { status, body } = await put<ApiRefusal>(learner, { username: 'somebody_else' })
    expect([status, body.error.code]).toEqual([409, 'usernameIsTelegrams'])
    expect((await put(learner, { username: 'ann_at_telegram' })).status).toBe(200)
    const { user } = await createUser(payload)
    const session = await openApiSession(payload, web, { userId: user.id })
    expect((await put(session, { username: 'my_name' })).body.username).toBe('my_name')
    expect((await put(session, { username: 'no spaces' })).status).toBe(422)
    expect((await put(session, { role: 'admin' })).status).toBe(422)
    expect((await put(session, { username: null })).body.username).toBeNull()
  })

  it('should refuse strangers, sessions of a course’s bot, and whoever asks for mail without end', async () => {
    const strange = (method: string, path: string, body: unknown) =>
      callWeb(web, method, `/v1${path}`, { body })
    expect((await strange('PUT', '/users/profile', { email: newAddress() })).status).toBe(401)
    expect((await strange('POST', '/auth/email/confirm', { code: '12345678' })).status).toBe(401)
    const { userId, ...learner } = await newLearner()
    const bound = await openApiSession(payload, web, { userId, courseId: crypto.randomUUID() })
    expect((await put(bound, { email: newAddress() })).status).toBe(403)
    for (let time = 0; time < 5; time++)
      expect((await put(learner, { email: newAddress() })).status).toBe(200)
    const { status, headers } = await put(learner, { email: newAddress() })
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true])
    const shared = newAddress()
    const answers = []
    for (let time = 0; time < 6; time++) answers.push(await put(await newLearner(), { email: shared }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
  })

  it('should send whoever forgot a password to its page at our own address, in their language', async () => {
    const { email, user } = await createUser(payload)
    await payload.update({ collection: 'users', id: user.id, data: { locale: 'ru' } })
    const forgot = (address: string) =>
      callWeb(web, 'POST', '/users/forgot-password', {
        body: { email: address },
        headers: { 'x-forwarded-host': 'evil.example' },
      })
    const [known, unknown] = [await forgot(email), await forgot(newAddress())]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    const mail = await mailTo(email)
    expect(mail.subject).toBe('Новый пароль для Gongbu')
    const [, token = ''] = new RegExp(`${web.webUrl}/admin/reset/([0-9a-f]+)`).exec(mail.html) ?? []
    const reset = await callWeb(web, 'POST', '/users/reset-password', {
      body: { token, password: 'another-password-1' },
    })
    expect(reset.status).toBe(200)
    expect(web.output()).not.toContain(token)
  })

  it('should write neither codes nor addresses into its logs', async () => {
    const learner = await newLearner()
    const email = newAddress()
    await put(learner, { email })
    const code = await codeTo(email)
    await confirm(learner, code)
    for (const secret of [email, code, code.replace(' ', '')]) expect(web.output()).not.toContain(secret)
  })

  it('should say clearly when no mail can be sent', async () => {
    const silent = await startWeb()
    try {
      const { userId } = await newLearner()
      const { call } = await openApiSession(payload, silent, { userId })
      const { status, body } = await put<ApiRefusal>({ call }, { email: newAddress() })
      expect([status, body.error.code]).toEqual([503, 'mailNotSetUp'])
    } finally {
      await silent.stop()
    }
  })
})
