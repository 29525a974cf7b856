import fc from 'fast-check'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { apiRoutes } from '../../src/api/apiRoutes.ts'
import { describeApi } from '../../src/api/describeApi.ts'
import { apiPeople, apiScene, type ApiScene } from '../helpers/apiAccessScene.ts'
import { arbitraryOf, type JsonSchema } from '../helpers/arbitraryOf.ts'
import { faultByDocument } from '../helpers/faultByDocument.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startStripe, type LocalStripe } from '../helpers/startStripe.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

type Parameter = { in: 'path' | 'query' | 'header'; name: string; schema: JsonSchema; required?: boolean }
type Operation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
}
const document = describeApi(apiRoutes, 'http://localhost') as unknown as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema> }
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
)
const find = (ref: string): JsonSchema => document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {}

/** The same in every run; a failure prints it with the path to what failed. */
const seed = 20_261_126
const runs = 20
/** Ending one’s own session would end the run; files come as forms. */
const isLeft = (operationId: string) => ['signOut', 'endSession'].includes(operationId)

describe('the platform API, asked for anything', () => {
  let payload: Payload
  let web: Web
  let stripe: LocalStripe
  let scene: ApiScene

  beforeAll(async () => {
    payload = await getTestPayload()
    stripe = await startStripe()
    web = await startWeb({ SIGN_INS_PER_MINUTE: '100000', ...stripe.settings })
    scene = await apiScene(payload, web, await apiPeople(payload))
  })
  afterAll(async () => {
    await web.stop()
    stripe.close()
    await payload.destroy()
  })

  /** What was answered, if it is not what the document says. */
  const faultOf = async (method: string, url: string, response: Response): Promise<string | null> => {
    const text = await response.text()
    const { status } = response
    if (status >= 500) return `${status} ${text.slice(0, 300)}`
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    return faultByDocument(method, url.replace('/api/v1', ''), { status, body })
  }

  /** Ids that exist, some that do not, and what is none. */
  const idsOf = (name: string) => {
    const known = (scene as unknown as Record<string, unknown>)[name]
    const odd = ['%00', '..%2f..', 'undefined', '%F0%9F%99%82', 'null', '%ZZ']
    return fc.oneof(
      { arbitrary: fc.constant(typeof known === 'string' ? known : '1'), weight: 6 },
      { arbitrary: fc.uuid(), weight: 1 },
      { arbitrary: fc.constantFrom(...odd), weight: 1 },
    )
  }

  const requestOf = ({ path, method, parameters = [], requestBody }: (typeof operations)[number]) => {
    const named = (place: string) => parameters.filter((parameter) => parameter.in === place)
    const content = requestBody?.content['application/json']?.schema
    // What it makes is refused by any list: most of the calls come without.
    const noise = fc.constantFrom(
      '',
      '',
      '',
      '',
      '',
      '&page=1&page=2',
      '&limit[$gt]=1',
      '&%00=1',
      '&search[]=a',
      '&q=%FF',
    )
    return fc.record({
      path: fc
        .tuple(...named('path').map(({ name }) => idsOf(name)))
        .map((ids) => ids.reduce((filled, id) => filled.replace(/\{\w+\}/, id), path)),
      query: fc.tuple(...named('query').map(({ name, schema }) =>
        fc.option(arbitraryOf(schema, find).map((value) => `${name}=${encodeURIComponent(wellFormed(value))}`), { nil: '' }),
      )),
      noise,
      headers: fc.record(
        { 'Idempotency-Key': fc.string({ minLength: 1, maxLength: 20, unit: 'binary-ascii' }).filter((key) => /^[\x20-\x7e]+$/.test(key)), 'If-Match': fc.constantFrom('*', '"x"', '""', 'W/"1"') },
        { requiredKeys: [] },
      ),
      body: content === undefined ? fc.constant(undefined) : arbitraryOf(content, find),
    }).map(({ path: filled, query, noise: more, headers, body }) => ({
      url: `/api/v1${filled}?${query.filter((part) => part !== '').join('&')}${more}`,
      init: {
        method: method.toUpperCase(),
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    })) // prettier-ignore
  }
  const wellFormed = (value: unknown): string => String(value).toWellFormed().slice(0, 2000)

  it.each(operations.filter(({ operationId }) => !isLeft(operationId)))(
    'should never fail of itself: $operationId',
    async (operation) => {
      for (const actor of ['nobody', 'owner', 'learner'] as const) {
        const token = scene.tokens[actor]
        const authorization: Record<string, string> =
          token === undefined ? {} : { authorization: `Bearer ${token}` }
        await fc.assert(
          fc.asyncProperty(requestOf(operation), async ({ url, init }) => {
            const headers = { ...init.headers, ...authorization }
            const fault = await faultOf(
              init.method,
              url,
              await fetch(`${web.webUrl}${url}`, { ...init, headers }),
            )
            expect(fault, `${init.method} ${url} ${String(init.body).slice(0, 500)}`).toBeNull()
          }),
          { seed, numRuns: actor === 'owner' ? runs : 5, endOnFailure: true },
        )
      }
    },
  )

  it.each([
    ['JSON that is none', { body: '{"title":', headers: { 'content-type': 'application/json' } }],
    ['an array for an object', { body: '[]', headers: { 'content-type': 'application/json' } }],
    ['a bare word', { body: 'null', headers: { 'content-type': 'application/json' } }],
    ['another type', { body: 'title=A', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['a type that is none', { body: '{}', headers: { 'content-type': 'application/json; charset=utf-99' } }],
    ['no type', { body: new Uint8Array([255, 254, 0]) }],
    ['a form', { body: new FormData() }],
    ['the same key twice', { body: '{"title":"A","title":7}', headers: { 'content-type': 'application/json' } }],
    ['depth', { body: `${'['.repeat(50_000)}${']'.repeat(50_000)}`, headers: { 'content-type': 'application/json' } }],
    ['length', { body: JSON.stringify({ title: 'x'.repeat(1_100_000) }), headers: { 'content-type': 'application/json' } }],
    ['a packed body that is none', { body: 'zip', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } }],
    ['an unknown packing', { body: '{}', headers: { 'content-type': 'application/json', 'content-encoding': 'zstd2' } }],
    ['a token that is none', { body: '{}', headers: { authorization: `Bearer ${'a'.repeat(6000)}` } }],
  ])('should refuse what is no request for a course: %s', async (_what, init) => {
    const headers = { authorization: `Bearer ${scene.tokens.owner}`, ...('headers' in init && init.headers) }
    const answer = await fetch(`${web.webUrl}/api/v1/courses`, { method: 'POST', body: init.body, headers })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await faultOf('POST', '/courses', answer)).toBeNull()
  }) // prettier-ignore
})
