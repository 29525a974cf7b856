import { requiredInteger, requiredString, type Fields } from '../../fields.ts'

/** Fields that may be missing, in the words of Telegram's JSON reader if they are of another type. */
export function optionalBoolean(fields: Fields, name: string): boolean {
  const value = fields[name] ?? false
  if (typeof value !== 'boolean') throw new Error(`Field "${name}" must be of type Boolean`)
  return value
}

export function optionalInteger(fields: Fields, name: string): number | undefined {
  return isMissing(fields, name) ? undefined : requiredInteger(fields, name)
}

export function optionalString(fields: Fields, name: string): string {
  return isMissing(fields, name) ? '' : requiredString(fields, name)
}

export function requiredArray(fields: Fields, name: string): unknown[] {
  const value = fields[name]
  if (value === undefined) throw new Error(`Can't find field "${name}"`)
  if (!Array.isArray(value)) throw new Error(`Field "${name}" must be of type Array`)
  return value
}

/** One of the values, which are told apart in any case; the fallback if the field is missing. */
export function optionalChoice<Choice extends string, Fallback>(
  fields: Fields,
  name: string,
  choices: readonly Choice[],
  fallback: Fallback,
): Choice | Fallback {
  const value = optionalString(fields, name)
  if (value === '') return fallback
  const choice = choices.find((candidate) => candidate === value.toLowerCase())
  if (choice === undefined) throw new Error(`Field "${name}" must be one of ${choices.join(', ')}`)
  return choice
}

function isMissing(fields: Fields, name: string): boolean {
  return fields[name] === undefined || fields[name] === null
}
