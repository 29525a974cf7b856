import fc from 'fast-check'
import { getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLOutputType } from 'graphql' // prettier-ignore

import { hostile } from './arbitraryOf.ts'
import { oddWords } from './hostileRequests.ts'

const scalars: Record<string, string[]> = {
  Int: ['0', '-1', '1', '2147483647', '-2147483648'],
  Float: ['0', '-1', '0.5', '1e308', '9007199254740993'],
  Boolean: ['true', 'false'],
}

/** As GraphQL writes a value: JSON without quotes around the names. */
const literalOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(',')}]`
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(typeof value === 'string' ? value.toWellFormed() : value)
  const named = Object.entries(value).filter(([name]) => /^[a-z_]\w*$/i.test(name))
  return `{${named.map(([name, inner]) => `${name}: ${literalOf(inner)}`).join(',')}}`
}

const valueOf = (type: GraphQLInputType, known: string[], depth = 0): fc.Arbitrary<string> => {
  const of = (inner: GraphQLInputType) => valueOf(inner, known, depth + 1)
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType, known, depth)
  if (isListType(type)) return fc.array(of(type.ofType), { maxLength: 2 }).map((list) => `[${list.join(',')}]`)
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name))
  if (isInputObjectType(type)) return depth > 4 ? fc.constant('{}') : objectOf(Object.values(type.getFields()), of)
  const listed = scalars[type.name]
  if (listed !== undefined) return fc.constantFrom(...listed)
  const words = fc.constantFrom(...oddWords, ...known, ...known, 'title', '-createdAt', 'title,id', 'course.title', 'admin', '2020-01-01')
  return (type.name.startsWith('JSON') ? fc.oneof(hostile, fc.jsonValue({ maxDepth: 3 })) : words).map(literalOf)
} // prettier-ignore

const objectOf = (
  fields: GraphQLInputField[],
  of: (type: GraphQLInputType) => fc.Arbitrary<string>,
): fc.Arbitrary<string> => {
  const needed = fields.filter(({ type }) => isNonNullType(type))
  return fc
    .shuffledSubarray(fields, {
      minLength: Math.min(1, fields.length),
      maxLength: Math.min(3, fields.length),
    })
    .chain((some) => {
      const said = [...new Set([...needed, ...some])]
      return fc
        .tuple(...said.map(({ name, type }) => of(type).map((value) => `${name}: ${value}`)))
        .map((parts) => `{${parts.join(', ')}}`)
    })
}

const selectionOf = (type: GraphQLOutputType, depth = 0): string => {
  const named = getNamedType(type)
  if (isLeafType(named)) return ''
  if (!isObjectType(named) || depth > 2) return '{ __typename }'
  const fields = Object.values(named.getFields()).filter(
    (field) => depth < 2 || isLeafType(getNamedType(field.type)),
  )
  return `{ __typename ${fields
    .slice(0, 12)
    .map((field) => `${field.name} ${selectionOf(field.type, depth + 1)}`)
    .join(' ')} }`
}

/** Documents that ask for one field of the schema's root with arguments of the right type and the wrong meaning. */
export const hostileDocumentOf = (
  kind: 'query' | 'mutation',
  { name, args, type }: GraphQLField<unknown, unknown>,
  known: string[],
): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...args.map((arg) =>
        fc.option(
          valueOf(arg.type, known).map((value) => `${arg.name}: ${value}`),
          { nil: '', freq: isNonNullType(arg.type) ? 1000 : 1 },
        ),
      ),
    )
    .map((said) => said.filter((part) => part !== '').join(', '))
    .map((said) => `${kind} { ${name}${said === '' ? '' : `(${said})`} ${selectionOf(type)} }`)
