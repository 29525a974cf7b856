import { isObject } from '../fields.ts'
import { alternatives, fieldsOf, formerField, type Fields } from './fields.ts'
import type { ValueType } from './readType.ts'

const LONGEST_QUOTE = 60

/** Says where something is not as the reference has it. */
export type Report = (path: string, problem: string) => void

/** Checks a value from JSON; what the server takes for the same, such as a number in a string, is right. */
export function checkValue(value: unknown, type: ValueType, path: string, report: Report): void {
  const choices = alternatives(type)
  if (Array.isArray(value)) return checkArray(value, choices, path, report)
  if (isObject(value)) return checkObject(value, choices, path, report)
  if (!choices.some((choice) => isScalar(value, choice)))
    report(path, `is to be ${describe(choices)}, not ${quote(value)}`)
}

function checkArray(value: unknown[], choices: ValueType[], path: string, report: Report): void {
  const inner = choices.filter((choice) => choice.kind === 'array').map((choice) => choice.of)
  if (inner.length === 0) return report(path, `is to be ${describe(choices)}, not an array`)
  for (const [index, item] of value.entries())
    checkValue(item, { kind: 'union', of: inner }, `${path}[${index}]`, report)
}

function checkObject(
  value: Record<string, unknown>,
  choices: ValueType[],
  path: string,
  report: Report,
): void {
  const objects = choices.filter((choice) => choice.kind === 'object').map(({ name }) => fieldsOf(name))
  if (objects.length === 0) return report(path, `is to be ${describe(choices)}, not an object`)
  const meant = narrow(
    narrow(objects, (fields) => isOfKind(value, fields)),
    (fields) => isComplete(value, fields),
  )
  for (const [name, item] of Object.entries(value)) {
    const found = meant.map((fields) => fields.get(name)).filter((field) => field !== undefined)
    const successor = found[0] ? found[0].successor : formerField(name)
    if (successor) report(path, `"${name}" is deprecated: use "${successor}"`)
    else if (found.length === 0) report(path, `has no field "${name}"`)
    else checkValue(item, { kind: 'union', of: found.map(({ type }) => type) }, `${path}.${name}`, report)
  }
  const [only] = meant
  if (meant.length === 1 && only) reportMissing(only, (name) => Object.hasOwn(value, name), path, report)
}

export function reportMissing(
  fields: Fields,
  has: (name: string) => boolean,
  path: string,
  report: Report,
): void {
  for (const [name, { isOptional }] of fields)
    if (!isOptional && !has(name)) report(path, `lacks the required "${name}"`)
}

/** Those that fit, or all if none does. */
function narrow(objects: Fields[], fits: (fields: Fields) => boolean): Fields[] {
  const fitting = objects.filter(fits)
  return fitting.length > 0 ? fitting : objects
}

/** Whether `type` and the like say that the value is such an object. */
function isOfKind(value: Record<string, unknown>, fields: Fields): boolean {
  return [...fields].every(([name, { type }]) => type.kind !== 'literal' || value[name] === type.text)
}

/** Buttons are told apart by the field that only one kind must have. */
function isComplete(value: Record<string, unknown>, fields: Fields): boolean {
  return [...fields].every(([name, { isOptional }]) => isOptional || value[name] !== undefined)
}

function isScalar(value: unknown, { kind, ...type }: ValueType): boolean {
  switch (kind) {
    case 'literal':
      return 'text' in type && value === type.text
    case 'string':
    case 'file':
      return typeof value === 'string' || typeof value === 'number'
    case 'integer':
      return Number.isInteger(typeof value === 'string' && value !== '' ? Number(value) : value)
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    default:
      return false
  }
}

/** A value as a warning shows it. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}

function describe(choices: ValueType[]): string {
  const names = choices.map((choice) => {
    if (choice.kind === 'object') return choice.name
    if (choice.kind === 'literal') return JSON.stringify(choice.text)
    if (choice.kind === 'array') return 'an array'
    return choice.kind
  })
  return names.slice(0, 4).join(' or ')
}
