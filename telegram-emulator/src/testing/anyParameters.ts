import fc from 'fast-check'

import { alternatives, fieldsOf, PARAMETERS, type Fields } from '../api/bot/schema/fields.ts'
import type { MethodName } from '../api/bot/schema/findMethod.ts'
import type { ValueType } from '../api/bot/schema/readType.ts'

const DEEPEST = 4
/** Nothing listens at this address. */
const URL = 'http://127.0.0.1:1/x'
const TEXTS = ['', ' ', 'x', 'HTML', 'MarkdownV2', '<b>x', '<b>x</b>', '*x', '_x_', '👨‍👩‍👧', '\ud800', '@x', URL]
const MORE_TEXTS = ['attach://x', 'x'.repeat(5000), '1', 'true', 'null', '{', '[]', 'en', '__proto__', '\0']

/** Values that lead further than any others do, by the names of parameters and fields. */
type KnownValues = Record<string, readonly unknown[]>

/**
 * Parameters that a caller might give a method: of the right shape for the most part, so that the checks behind
 * the first one are reached, with anything at all in between.
 */
export function anyParameters(method: MethodName, known: KnownValues): fc.Arbitrary<Record<string, unknown>> {
  const fields = PARAMETERS.get(method) ?? new Map()
  return anyFields(fields, known, 0).chain((parameters) =>
    // A form has texts alone.
    fc.boolean().map((isForm) => (isForm ? asTexts(parameters) : parameters)),
  )
}

function asTexts(parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}

function anyFields(fields: Fields, known: KnownValues, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const entries = [...fields].map(([name, { type, isOptional }]) => {
    const values = known[name]
    const right = values ? fc.constantFrom(...values) : anyOf(type, known, depth + 1)
    const value = fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: anything })
    // Methods have many options, and some of them are refused before anything else is looked at.
    const missing = { weight: isOptional ? 40 : 1, arbitrary: fc.constant(undefined) }
    return [name, fc.oneof({ weight: 10, arbitrary: value }, missing)] as const
  })
  return fc
    .record(Object.fromEntries(entries))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
}

const anything = fc.oneof(fc.constantFrom(null, [], {}, [[]], [null], [{}]), fc.jsonValue({ maxDepth: 2 }))
const anyText = fc.constantFrom(...TEXTS, ...MORE_TEXTS)
const anyNumber = fc.constantFrom(-1, 0, 1, 2, 3, 5, 10, 100, 1.5, 2 ** 31, 2 ** 60)

function anyOf(type: ValueType, known: KnownValues, depth: number): fc.Arbitrary<unknown> {
  if (depth > DEEPEST) return anything
  const choices = alternatives(type).map((choice): fc.Arbitrary<unknown> => {
    switch (choice.kind) {
      case 'literal':
        return fc.constant(choice.text)
      case 'integer':
      case 'number':
        return anyNumber
      case 'boolean':
        return fc.boolean()
      case 'array':
        return fc.array(anyOf(choice.of, known, depth + 1), { maxLength: 3 })
      case 'object':
        return anyFields(fieldsOf(choice.name), known, depth)
      default:
        return anyText
    }
  })
  return fc.oneof(...choices)
}
