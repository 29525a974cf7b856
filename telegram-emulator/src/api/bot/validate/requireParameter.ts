import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'

export function requireParameter(parameters: Parameters, name: string): string {
  const text = parameters.string(name)
  if (text === '') throw badRequest(`parameter "${name}" is required`)
  return text
}
