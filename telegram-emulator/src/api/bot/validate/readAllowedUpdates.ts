import { isOptIn, UPDATE_TYPES } from '../../../delivery/updateKinds.ts'
import type { Parameters } from '../parameters.ts'

/** The new list, null for the default, undefined to keep the earlier setting: it is sticky when not named. */
export function readAllowedUpdates(parameters: Parameters): string[] | null | undefined {
  if (!parameters.has('allowed_updates')) return undefined
  let value: unknown
  try {
    value = parameters.json('allowed_updates', 'allowed_updates')
  } catch {
    return undefined
  }
  if (!Array.isArray(value) || value.some((name) => typeof name !== 'string')) return undefined
  const named = new Set(value.map((name: string) => name.toLowerCase()))
  const known = UPDATE_TYPES.filter((type) => named.has(type))
  const isDefault = UPDATE_TYPES.every((type) => named.has(type) !== isOptIn(type))
  return known.length === 0 || isDefault ? null : known
}
