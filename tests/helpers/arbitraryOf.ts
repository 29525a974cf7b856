import fc from 'fast-check'

/** As much of JSON Schema as the API's document uses. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  format?: string
  minimum?: number
  maximum?: number
}

/** What breaks programs: characters that are none, numbers that are none, depth, words of other languages than JSON. */
export const hostile = fc.constantFrom<unknown>(
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  "'; DROP TABLE courses; --",
  '${7*7}{{7*7}}',
  '../../../etc/passwd',
  '__proto__',
  'x'.repeat(20_000),
  '🙂'.repeat(3000),
  '\u202e\u200b\ufeff',
  -1,
  0.1,
  1e308,
  -1e308,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  { constructor: { prototype: {} }, __proto__: 1, $where: '1' },
  { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: '\u0000' }] }] } },
)

const objectOf = (
  { properties = {}, required = [] }: JsonSchema,
  of: (schema: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, of(schema)])), {
    requiredKeys: required.filter((name) => name in properties),
  })

const stringOf = (format: string | undefined): fc.Arbitrary<unknown> => {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  return format === 'email' ? fc.emailAddress() : fc.string({ unit: 'grapheme', maxLength: 40 })
}

/** Values of a schema, one leaf in six of them something else. */
export const arbitraryOf = (root: JsonSchema, find: (ref: string) => JsonSchema): fc.Arbitrary<unknown> => {
  const valid = (schema: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
    if (depth > 6) return hostile
    const of = (inner: JsonSchema) => noisy(inner, depth + 1)
    const { $ref, anyOf, oneOf, allOf, type, items, format } = schema
    if ($ref !== undefined) return of(find($ref))
    const choices = anyOf ?? oneOf
    if (choices !== undefined) return fc.oneof(...choices.map(of))
    if (allOf !== undefined) return of(allOf[0] ?? {})
    if (schema.const !== undefined) return fc.constant(schema.const)
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
    if (Array.isArray(type)) return fc.oneof(...type.map((one) => of({ ...schema, type: one })))
    switch (type) {
      case 'object':
        return objectOf(schema, of)
      case 'array':
        return fc.array(of(items ?? {}), { maxLength: 3 })
      case 'string':
        return stringOf(format)
      case 'integer':
        return fc.integer({
          min: Math.max(schema.minimum ?? -5, -1e6),
          max: Math.min(schema.maximum ?? 1000, 1e6),
        })
      case 'number':
        return fc.double({ min: -1000, max: 1000, noNaN: true })
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      default:
        return hostile
    }
  }
  const noisy = (schema: JsonSchema, depth: number): fc.Arbitrary<unknown> =>
    fc.oneof({ arbitrary: valid(schema, depth), weight: 5 }, { arbitrary: hostile, weight: 1 })
  return fc.oneof(
    { arbitrary: valid(root, 0), weight: 5 },
    { arbitrary: fc.jsonValue({ maxDepth: 4 }), weight: 1 },
  )
}
