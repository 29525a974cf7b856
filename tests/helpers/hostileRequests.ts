import fc from 'fast-check'
import type { SanitizedConfig } from 'payload'

import { hostile } from './arbitraryOf.ts'
import type { PayloadRoute } from './payloadRoutes.ts'

export type HostileRequest = {
  method: string
  /** From `/api` on. */
  url: string
  body?: string
  headers: Record<string, string>
}

/** What may stand for a word or number that was asked for. */
export const oddWords = ['', '\u0000', 'a\u0000b', '🙂', "'; --", '%', '../../x', '__proto__', 'constructor', 'null', 'NaN', '-1', '0', '0.5', '1e400', '99999999999999999999', '2147483648', 'true', '[object Object]', '{"', '[]', '{}', '-', ',', '.', '*', 'x'.repeat(3000)] // prettier-ignore

const oddIds = ['%00', '..%2f..%2fx', 'undefined', '%F0%9F%99%82', 'null', '%ZZ', '1', 'me', '%2e%2e', 'x'.repeat(300), 'a%00b', '%5c', '-1', '1e999'] // prettier-ignore

const parameters = ['limit', 'page', 'depth', 'locale', 'fallbackLocale', 'fallback-locale', 'draft', 'trash', 'pagination', 'autosave', 'sort', 'select', 'populate', 'joins', 'where', 'data', 'prefix', 'overrideLock', 'duplicateFromID', 'selectedLocales', 'flattenLocales', 'src', 'publishAllLocales', 'unpublishAllLocales'] // prettier-ignore

const operators = ['equals', 'not_equals', 'in', 'not_in', 'all', 'exists', 'greater_than', 'less_than_equal', 'like', 'not_like', 'contains', 'near', 'within', 'intersects', 'nothing', '__proto__', ''] // prettier-ignore

const wholeQueries = ['joins=false', 'where={', 'where=[]', 'where=1', 'where="x"', 'where=null', 'where={"id":null}', 'where={"id":{"in":[null,{}]}}', 'where={"and":{"a":1}}', 'where={"and":[null]}', 'where={"title":{"equals":{}}}', 'where={"createdAt":{"greater_than":"x"}}', `where=${encodeURIComponent(`${'{"and":['.repeat(500)}${']}'.repeat(500)}`)}`, 'data={"title":1}'] // prettier-ignore

const bodyKeys = ['email', 'password', 'token', 'user', 'collectionSlug', 'docsToMove', 'newKeyWillBe', 'orderableFieldName', 'target', 'key', 'value', 'data', 'locale', 'fallbackLocale', 'emails', 'status', 'ids', 'role', 'stepId'] // prettier-ignore

const bodyWords = ['courses', 'steps', '_order', '_steps_steps_order', 'greater', { id: 1 }, { relationTo: 'users', value: 1 }, { relationTo: 'x' }, { root: {} }, { root: { children: 1 } }] // prettier-ignore

const types = ['text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'nonsense'] // prettier-ignore

const encode = (value: string): string => encodeURIComponent(value.toWellFormed())
const anyOf = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)

const queryOf = (field: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const value = anyOf(
    ...oddWords,
    '00000000-0000-4000-8000-000000000000',
    '2020-01-01',
    '1',
    'admin',
  ).map(encode)
  const where = fc
    .tuple(
      anyOf('where', 'where[and][0]', 'where[or][0][and][0]', 'where[or]', 'where[where]', 'joins[steps][where]'),
      field,
      anyOf(...operators),
      anyOf('', '[]', '[0]', '[a]', '[a][b]'),
      value,
    )
    .map(([base, name, operator, more, said]) => `${base}[${name}][${operator}]${more}=${said}`)
  const parameter = fc
    .tuple(anyOf(...parameters), anyOf('', '', '', '[]', '[a]', '[a][b]', '[0][x]'), value)
    .map(([name, more, said]) => `${name}${more}=${said}`)
  const ofFields = fc
    .tuple(field, field, value)
    .chain(([one, other, said]) =>
      anyOf(
        `sort=-${one}`,
        `sort[]=${one}&sort[]=${other}.x`,
        `select[${one}]=${said}`,
        `select[${one}][${other}]=${said}`,
        `depth=2&populate[courses][${one}]=${said}`,
        `joins[steps][sort]=${one}`,
        `joins[${one}][limit]=${said}`,
      ),
    )
  return fc.oneof(
    { arbitrary: where, weight: 4 },
    { arbitrary: parameter, weight: 2 },
    { arbitrary: ofFields, weight: 2 },
    { arbitrary: anyOf(...wholeQueries), weight: 1 },
  )
} // prettier-ignore

const bodyOf = (field: fc.Arbitrary<string>, known: string[]): fc.Arbitrary<string> => {
  const value = fc.oneof(hostile, anyOf<unknown>(...known, ...bodyWords))
  const json = fc.oneof(
    { arbitrary: fc.dictionary(field, value, { maxKeys: 6 }), weight: 5 },
    { arbitrary: fc.dictionary(anyOf(...bodyKeys), value, { maxKeys: 6 }), weight: 2 },
    { arbitrary: anyOf<unknown>([], null, 1, 'x', true, [null], {}), weight: 1 },
    { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
  )
  const whole = json.map((said) => JSON.stringify(said))
  const broken = anyOf(
    '',
    '{"title":',
    'title=A',
    '--x\r\n\r\n',
    '--x\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n{"\r\n--x--',
  )
  return fc.oneof({ arbitrary: whole, weight: 6 }, { arbitrary: broken, weight: 1 })
}

/**
 * Requests for a route that no client of ours would send: ids that are none, conditions, orders and bodies that mean
 * nothing, and some that nearly do.
 * @param known ids of what is there
 */
export const hostileRequestOf = (
  { collections }: SanitizedConfig,
  { method, path, slug }: PayloadRoute,
  known: string[],
): fc.Arbitrary<HostileRequest> => {
  const namesOf = (own: typeof collections) =>
    own.flatMap(({ flattenedFields }) => flattenedFields.map(({ name }) => name))
  const own = namesOf(collections.filter((collection) => collection.slug === slug))
  const field = fc.oneof(
    { arbitrary: anyOf('id', 'createdAt', ...own), weight: 4 },
    { arbitrary: anyOf('', 'and', 'password', 'hash', 'nowhere', 'user.value', 'a.b.c', '-createdAt', ...new Set(namesOf(collections))), weight: 1 },
  ) // prettier-ignore
  const id = fc.oneof(
    { arbitrary: anyOf(...known), weight: 3 },
    { arbitrary: fc.uuid(), weight: 1 },
    { arbitrary: anyOf(...oddIds), weight: 2 },
  )
  const query = fc.array(queryOf(field), { maxLength: 2 }).map((parts) => parts.join('&'))
  const filled = fc.array(id, { minLength: 2, maxLength: 2 }).map((ids) => {
    const left = ids.values()
    return path.replaceAll(/:\w+\??/g, () => left.next().value ?? '')
  })
  if (method === 'GET')
    return fc
      .tuple(filled, query, fc.integer({ min: 0, max: 5 }))
      .map(([to, asked, chance]): HostileRequest =>
        chance > 0
          ? { method, url: `${to}?${asked}`, headers: {} }
          : {
              method: 'POST',
              url: to,
              body: asked,
              headers: {
                'content-type': 'application/x-www-form-urlencoded',
                'x-payload-http-method-override': 'GET',
              },
            },
      )
  const type = fc.oneof(
    { arbitrary: fc.constant('application/json'), weight: 3 },
    { arbitrary: anyOf(...types), weight: 2 },
  )
  return fc
    .tuple(filled, query, fc.option(bodyOf(field, known), { nil: undefined, freq: 9 }), type)
    .map(([to, asked, body, said]) => ({
      method,
      url: `${to}?${asked}`,
      body,
      headers: body === undefined ? ({} as Record<string, string>) : { 'content-type': said },
    }))
}
