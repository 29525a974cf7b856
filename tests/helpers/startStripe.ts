import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import express, { type Request, type Response } from 'express'

type Subscription = {
  id: string
  customer: string
  price: string
  status: string
  end: number
  isEnding: boolean
}
type Page = {
  id: string
  customer: string
  price: string
  status: 'open' | 'complete' | 'expired'
  url: string
}
type Answer = { status: number; body: object }

const secretKey = 'sk_test_of_the_local_server'
const webhookSecret = 'whsec_of_the_local_server'
const daySeconds = 24 * 60 * 60
const seconds = () => Math.floor(Date.now() / 1000)
const missing = (param: string, id: unknown): Answer => ({
  status: 404,
  body: {
    error: { type: 'invalid_request_error', code: 'resource_missing', param, message: `No such ${param}: '${String(id)}'` },
  },
}) // prettier-ignore
const list = (data: object[]): Answer => ({ status: 200, body: { object: 'list', has_more: false, data } })
const found = (body: object): Answer => ({ status: 200, body })

/** How Stripe signs what it sends. @param at seconds since 1970 */
export const signStripe = (payload: string, { at = seconds(), secret = webhookSecret } = {}): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex')}`

/**
 * A server that speaks Stripe's protocol, as far as subscriptions are sold: form bodies, bearer keys, idempotency keys
 * (another request with the same key is refused), its errors, its signed news.
 */
export const startStripe = async () => {
  const customers = new Map<string, { id: string; email?: string; deleted?: true }>()
  const pages = new Map<string, Page>()
  const subscriptions = new Map<string, Subscription>()
  const keyed = new Map<string, { asked: string; answer: Answer }>()
  const asked: string[] = []
  let isDown = false

  const shown = ({ id, customer, price, status, end, isEnding }: Subscription) => ({
    ...{ id, object: 'subscription', customer, status, cancel_at_period_end: isEnding, cancel_at: null },
    items: { object: 'list', data: [{ id: `si_${id}`, price: { id: price }, current_period_end: end }] },
  })

  const routes: Record<string, (request: Request) => Answer> = {
    'POST /v1/customers': ({ body }) => {
      const { email } = body as { email?: string }
      const customer = { id: `cus_${randomUUID()}`, object: 'customer', ...(email && { email }) }
      customers.set(customer.id, customer)
      return found(customer)
    },
    'GET /v1/customers/:id': ({ params: { id = '' } }) => {
      const customer = customers.get(String(id))
      return customer ? found(customer) : missing('customer', id)
    },
    'GET /v1/subscriptions': ({ query }) =>
      list([...subscriptions.values()].filter(({ customer }) => customer === query.customer).map(shown)),
    'GET /v1/checkout/sessions': ({ query }) =>
      list([...pages.values()].filter((page) => page.customer === query.customer && page.status === query.status)),
    'POST /v1/checkout/sessions': ({ body }) => {
      type Asked = { customer: string; mode: string; line_items: { price: string; quantity: string }[]; success_url?: string }
      const { customer, mode, line_items: items, success_url: back } = body as Asked
      if (!customers.has(customer)) return missing('customer', customer)
      if (mode !== 'subscription' || !items[0]?.price || !back)
        return { status: 400, body: { error: { type: 'invalid_request_error', message: 'Missing required param.' } } }
      const id = `cs_${randomUUID()}`
      const page: Page = { id, customer, price: items[0].price, status: 'open', url: `https://checkout.stripe.example/${id}` }
      pages.set(id, page)
      return found({ object: 'checkout.session', ...page })
    },
    'POST /v1/checkout/sessions/:id/expire': ({ params: { id = '' } }) => {
      const page = pages.get(String(id))
      if (page === undefined) return missing('session', id)
      page.status = 'expired'
      return found({ object: 'checkout.session', ...page })
    },
    'POST /v1/billing_portal/sessions': ({ body }) => {
      const { customer } = body as { customer: string }
      if (!customers.has(customer)) return missing('customer', customer)
      return found({ object: 'billing_portal.session', url: `https://billing.stripe.example/${customer}` })
    },
  } // prettier-ignore

  const answerOnce = (request: Request, route: (request: Request) => Answer): Answer => {
    const key = request.headers['idempotency-key']
    if (request.method !== 'POST' || typeof key !== 'string') return route(request)
    const wanted = JSON.stringify([request.path, request.body])
    const known = keyed.get(key)
    if (known !== undefined && known.asked !== wanted)
      return { status: 400, body: { error: { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used with the same parameters.' } } } // prettier-ignore
    const answer = known?.answer ?? route(request)
    keyed.set(key, { asked: wanted, answer })
    return answer
  }

  const app = express().use(express.urlencoded({ extended: true }))
  for (const [name, route] of Object.entries(routes)) {
    const [method = '', path = ''] = name.split(' ')
    app[method === 'GET' ? 'get' : 'post'](path, (request: Request, response: Response) => {
      asked.push(name)
      response.set('Request-Id', `req_${randomUUID()}`)
      if (isDown) return void response.status(500).json({ error: { type: 'api_error', message: 'down' } })
      if (request.headers.authorization !== `Bearer ${secretKey}`)
        return void response
          .status(401)
          .json({ error: { type: 'invalid_request_error', message: 'Invalid API Key' } })
      const { status, body } = answerOnce(request, route)
      response.status(status).json(body)
    })
  }
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const news = (type: string, object: object) =>
    JSON.stringify({ id: `evt_${randomUUID()}`, object: 'event', type, created: seconds(), data: { object } })

  return {
    /** What the product is set up with. */
    settings: {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_PRICE_PROFESSIONAL: 'price_professional',
      STRIPE_PRICE_ENTERPRISE: 'price_enterprise',
      STRIPE_API_ROOT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    customers,
    pages,
    /** What was asked for, in its order. */
    asked,
    setDown: (value: boolean) => (isDown = value),
    /** Somebody pays on the page. @returns the news of it, in the order in which it came to be */
    pay: (url: string) => {
      const page = [...pages.values()].find((one) => one.url === url)
      if (page?.status !== 'open') throw new Error(`${url} cannot be paid`)
      page.status = 'complete'
      const { customer, price } = page
      const subscription: Subscription = {
        ...{ id: `sub_${randomUUID()}`, customer, price },
        ...{ status: 'active', end: seconds() + 30 * daySeconds, isEnding: false },
      }
      subscriptions.set(subscription.id, subscription)
      return [
        news('customer.subscription.created', shown({ ...subscription, status: 'incomplete' })),
        news('checkout.session.completed', { object: 'checkout.session', ...page }),
        news('customer.subscription.updated', shown(subscription)),
        news('invoice.paid', { object: 'invoice', customer }),
      ]
    },
    /** The customer's subscription becomes something else. @returns the news of it */
    change: (customer: string, change: Partial<Subscription>, type = 'customer.subscription.updated') => {
      const subscription = [...subscriptions.values()].find((one) => one.customer === customer)
      if (subscription === undefined) throw new Error(`${customer} has no subscription`)
      Object.assign(subscription, change)
      return news(type, shown(subscription))
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

export type LocalStripe = Awaited<ReturnType<typeof startStripe>>
