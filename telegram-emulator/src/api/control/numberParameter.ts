import { ControlError } from './controlError.ts'

/** A whole number from the query string. */
export function numberParameter(value: unknown, name: string, fallback: number): number {
  if (value === undefined || value === '') return fallback
  const number = Number(value)
  if (!Number.isInteger(number)) throw new ControlError(400, `${name}: expected a whole number`)
  return number
}
