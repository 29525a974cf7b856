import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Account } from '../../src/contracts/api/account.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { apiCalls, openApiSession, type ApiRefusal } from '../helpers/apiCalls.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { signStripe, startStripe, type LocalStripe } from '../helpers/startStripe.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

type Page = { paymentUrl: string }
const daySeconds = 24 * 60 * 60
const inDays = (days: number) => Math.floor(Date.now() / 1000) + days * daySeconds

describe('creators’ plans, sold through Stripe', () => {
  let payload: Payload
  let web: Web
  let stripe: LocalStripe
  let call: ReturnType<typeof apiCalls>

  beforeAll(async () => {
    payload = await getTestPayload()
    stripe = await startStripe()
    web = await startWeb({ ...stripe.settings, LOG_LEVEL: 'info' })
    call = apiCalls(web)
  })
  afterAll(async () => {
    await web.stop()
    stripe.close()
    await payload.destroy()
  })

  const signIn = async () => {
    const author = await createUser(payload)
    return { author, user: author.user, token: await openApiSession(payload, author.user.id) }
  }
  const upgrade = <Body = Page>(token: string, plan = 'professional', headers = {}) =>
    call<Body>('POST', '/users/upgrade', { token, body: { plan }, headers })
  const tell = async (news: string, signature = signStripe(news)) =>
    fetch(`${web.webUrl}/api/stripe/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
      body: news,
    })
  const planOf = async (userId: string) => {
    const { subscriptionPlan, subscriptionExpiresAt } = await payload.findByID({ collection: 'users', id: userId })
    return { plan: subscriptionPlan, until: subscriptionExpiresAt ?? null }
  } // prettier-ignore
  const customerOf = async (userId: string) => {
    const { rows } = await payload.db.pool.query<{ id: string }>(
      'SELECT customer_id AS id FROM plan_customers WHERE user_id = $1',
      [userId],
    )
    return rows[0]?.id ?? ''
  }
  const planChanges = async (userId: string) => {
    const where = { and: [{ act: { equals: 'planChanged' } }, { documentId: { equals: userId } }] }
    const { docs } = await payload.find({
      collection: 'auditEvents',
      where: where as never,
      sort: 'at',
      pagination: false,
    })
    return docs.map(({ details }) => details)
  }
  /** Bought, and the news of it told. */
  const subscribed = async (plan = 'professional') => {
    const person = await signIn()
    const { body } = await upgrade(person.token, plan)
    for (const news of stripe.pay(body.paymentUrl)) expect((await tell(news)).status).toBe(200)
    return person
  }

  it('should give the plan once it is paid, however often and in whatever order Stripe tells of it', async () => {
    const { user, token } = await signIn()
    const { status, body } = await upgrade(token)
    expect([status, body]).toEqual([200, { paymentUrl: expect.stringContaining('checkout') as string }])
    expect(await planOf(user.id)).toEqual({ plan: 'free', until: null })
    const news = stripe.pay(body.paymentUrl)
    const told = await Promise.all([...news.toReversed(), ...news].map((one) => tell(one)))
    expect(new Set(told.map((answer) => answer.status))).toEqual(new Set([200]))
    const { plan, until } = await planOf(user.id)
    expect(plan).toBe('professional')
    // 30 days, and three in which a payment may be late.
    expect(Math.abs(Date.parse(until ?? '') / 1000 - inDays(33))).toBeLessThan(60)
    expect(await planChanges(user.id)).toEqual([{ from: 'free', to: 'professional' }])
    await expect
      .poll(async () => (await call<Account>('GET', '/users/profile', { token })).body.subscriptionPlan)
      .toBe('professional')
  })

  it('should sell nobody a second subscription', async () => {
    const { user, token } = await signIn()
    const known = stripe.customers.size
    const pages = await Promise.all([upgrade(token), upgrade(token)])
    const first = await upgrade(token, 'enterprise')
    expect(stripe.customers.size).toBe(known + 1)
    const customer = await customerOf(user.id)
    const open = [...stripe.pages.values()].filter(
      (page) => page.customer === customer && page.status === 'open',
    )
    expect(open.map(({ url }) => url)).toEqual([first.body.paymentUrl])
    expect(pages.map(({ status }) => status)).toEqual([200, 200])
    for (const news of stripe.pay(first.body.paymentUrl)) await tell(news)
    expect(await planOf(user.id)).toMatchObject({ plan: 'enterprise' })

    const again = await upgrade<ApiRefusal>(token, 'enterprise')
    expect([again.status, again.body.error.code]).toEqual([409, 'planIsYours'])
    const other = await upgrade(token, 'professional')
    expect(other.body.paymentUrl).toBe(`https://billing.stripe.example/${customer}`)
    stripe.change(customer, { isEnding: true })
    expect((await upgrade(token, 'enterprise')).body.paymentUrl).toContain('billing')
  })

  it('should answer the same page to the same Idempotency-Key', async () => {
    const { token } = await signIn()
    const headers = { 'idempotency-key': 'once' }
    const first = await upgrade(token, 'professional', headers)
    expect((await upgrade(token, 'professional', headers)).body).toEqual(first.body)
    expect((await upgrade(token, 'enterprise', headers)).status).toBe(422)
  })

  it('should follow a plan to its end, and take nothing but the plan', async () => {
    const { user, author } = await subscribed()
    const { course } = await buildCourse(payload, { author })
    const customer = await customerOf(user.id)
    await tell(stripe.change(customer, { price: 'price_enterprise' }))
    expect(await planOf(user.id)).toMatchObject({ plan: 'enterprise' })
    // Late with a payment: the plan stays as long as was paid for, and some days.
    await tell(stripe.change(customer, { status: 'past_due', end: inDays(0) }))
    const { plan, until } = await planOf(user.id)
    expect(plan).toBe('enterprise')
    expect(Math.abs(Date.parse(until ?? '') / 1000 - inDays(3))).toBeLessThan(60)
    await tell(stripe.change(customer, { status: 'canceled' }, 'customer.subscription.deleted'))
    expect(await planOf(user.id)).toEqual({ plan: 'free', until: null })
    expect(await planChanges(user.id)).toEqual([
      { from: 'free', to: 'professional' },
      { from: 'professional', to: 'enterprise' },
      { from: 'enterprise', to: 'free' },
    ])
    expect((await payload.findByID({ collection: 'courses', id: course.id })).id).toBe(course.id)
  })

  it('should not count a plan whose time is over, though nobody told', async () => {
    const { user, token } = await signIn()
    await payload.db.pool.query(
      `UPDATE users SET subscription_plan = 'enterprise', subscription_expires_at = now() - interval '1 minute' WHERE id = $1`,
      [user.id],
    )
    const { body } = await call<Account>('GET', '/users/profile', { token })
    expect(body.subscriptionPlan).toBe('free')
  })

  it('should believe Stripe alone', async () => {
    const { token, user } = await signIn()
    const { body } = await upgrade(token)
    const [news = ''] = stripe.pay(body.paymentUrl)
    const forged = [
      signStripe(news, { secret: 'whsec_of_somebody' }),
      signStripe(news, { at: inDays(0) - 3600 }),
      signStripe(`${news} `),
      't=1,v1=00',
      '',
    ]
    for (const signature of forged) {
      const answer = await tell(news, signature)
      const { error } = (await answer.json()) as ApiRefusal
      expect([answer.status, error.code]).toEqual([400, 'signatureInvalid'])
    }
    const huge = JSON.stringify({ text: 'x'.repeat(1_100_000) })
    expect((await tell(huge)).status).toBe(413)
    const noJson = 'no JSON'
    expect((await tell(noJson)).status).toBe(400)
    expect(await planOf(user.id)).toEqual({ plan: 'free', until: null })
    // What is no news of ours is taken note of, and not sent again.
    for (const type of ['customer.subscription.updated', 'charge.refunded', 'customer.updated']) {
      const foreign = JSON.stringify({
        ...{ id: 'evt_1', object: 'event', type },
        data: { object: { customer: 'cus_x' } },
      })
      expect((await tell(foreign)).status).toBe(200)
    }
  })

  it('should be told again what came while Stripe could not be asked, and write no secret down', async () => {
    const { token, user } = await signIn()
    const { body } = await upgrade(token)
    const news = stripe.pay(body.paymentUrl).at(-1) ?? ''
    stripe.setDown(true)
    try {
      const refused = await upgrade<ApiRefusal>(token)
      expect([refused.status, refused.body.error.code]).toEqual([503, 'paymentsUnreachable'])
      expect((await tell(news)).status).toBe(503)
    } finally {
      stripe.setDown(false)
    }
    expect(await planOf(user.id)).toMatchObject({ plan: 'free' })
    expect((await tell(news)).status).toBe(200)
    expect(await planOf(user.id)).toMatchObject({ plan: 'professional' })
    expect(web.output()).toContain('Stripe did not do what it was asked')
    for (const secret of [
      stripe.settings.STRIPE_SECRET_KEY,
      stripe.settings.STRIPE_WEBHOOK_SECRET,
      body.paymentUrl,
    ])
      expect(web.output()).not.toContain(secret)
  })

  it('should make a customer anew who was deleted at Stripe', async () => {
    const { token, user } = await signIn()
    await upgrade(token)
    const customer = await customerOf(user.id)
    stripe.customers.delete(customer)
    expect((await upgrade(token)).status).toBe(200)
    expect(await customerOf(user.id)).not.toBe(customer)
  })

  it('should be for accounts alone, and be got in no other way', async () => {
    const { token, user, author } = await signIn()
    expect((await call('POST', '/users/upgrade', { body: { plan: 'professional' } })).status).toBe(401)
    const { course } = await buildCourse(payload, { author })
    const atBot = await openApiSession(payload, user.id, course.id)
    expect((await upgrade(atBot)).status).toBe(403)
    expect((await upgrade<ApiRefusal>(token, 'free')).body.error.details?.problems?.[0]?.path).toBe(
      'body.plan',
    )
    const change = { subscriptionPlan: 'enterprise' }
    expect((await call('PUT', '/users/profile', { token, body: change })).status).toBe(422)
    await payload.update({ collection: 'users', id: user.id, data: change as never, user, overrideAccess: false }) // prettier-ignore
    expect(await planOf(user.id)).toEqual({ plan: 'free', until: null })
  })

  it('should say where no plans are sold', async () => {
    const plain = await startWeb()
    try {
      const { token } = await signIn()
      const asked = await apiCalls(plain)<ApiRefusal>('POST', '/users/upgrade', {
        token,
        body: { plan: 'professional' },
        headers: { 'accept-language': 'ru' },
      })
      expect([asked.status, asked.body.error.code]).toEqual([503, 'plansNotSold'])
      expect(asked.body.error.message).toMatch(/тарифы/)
      const webhook = await fetch(`${plain.webUrl}/api/stripe/webhook`, { method: 'POST', body: '{}' })
      expect(webhook.status).toBe(404)
    } finally {
      await plain.stop()
    }
  })
})
