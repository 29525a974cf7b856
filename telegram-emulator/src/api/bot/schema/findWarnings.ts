import { parseJson } from '../json.ts'
import type { ReceivedCall } from '../recordCall.ts'
import { checkValue, quote, reportMissing, type Report } from './checkValue.ts'
import { alternatives, formerParameter, PARAMETERS } from './fields.ts'
import { findMethod } from './findMethod.ts'
import type { ValueType } from './readType.ts'

const MOST_WARNINGS = 20
const BOOLEANS = new Set(['true', 'false', 'yes', 'no', '1', '0'])

/**
 * What the reference does not know of a call and the real server puts up with: unknown and deprecated names,
 * values of other types, missing parameters. A bot that relies on it has a bug, or will have one.
 */
export function findWarnings({ name, values, files = new Map(), problem }: ReceivedCall): string[] {
  const warnings: string[] = problem ? [problem] : []
  const method = findMethod(name)
  const parameters = method && PARAMETERS.get(method.name)
  if (!method || !parameters) return warnings
  const report: Report = (path, text) => {
    if (warnings.length < MOST_WARNINGS) warnings.push(path === '' ? text : `"${path}" ${text}`)
  }
  if (method.isFormerName) report(name, `is deprecated: use "${method.name}"`)
  for (const [parameter, value] of Object.entries(values)) {
    const known = parameters.get(parameter)
    const successor = known ? known.successor : formerParameter(parameter)
    if (successor) report(parameter, `is deprecated: use "${successor}"`)
    else if (!known) report(parameter, `is no parameter of ${method.name}`)
    else checkParameter(value, known.type, parameter, report)
  }
  const referred = files.size > 0 ? JSON.stringify(values) : ''
  for (const part of files.keys())
    if (!parameters.has(part) && !referred.includes(`attach://${part}`))
      report(part, 'is a file that nothing refers to')
  reportMissing(parameters, (key) => (values[key] ?? '') !== '' || files.has(key), '', report)
  return warnings
}

/** A parameter may come as a text, whatever its type. */
function checkParameter(value: unknown, type: ValueType, name: string, report: Report): void {
  if (typeof value !== 'string') return checkValue(value, type, name, report)
  const kinds = new Set(alternatives(type).map(({ kind }) => kind))
  if (value === '' || kinds.has('string') || kinds.has('file')) return
  if (kinds.has('integer') || kinds.has('number')) {
    const isNumber = kinds.has('number') ? Number.isFinite(Number(value)) : /^-?\d+$/.test(value)
    if (!isNumber) report(name, `is to be a number, not ${quote(value)}`)
  } else if (kinds.has('boolean')) {
    if (!BOOLEANS.has(value.trim().toLowerCase())) report(name, `is to be true or false, not ${quote(value)}`)
  } else checkJson(value, type, name, report)
}

function checkJson(value: string, type: ValueType, name: string, report: Report): void {
  let parsed: unknown
  try {
    parsed = parseJson(value)
  } catch {
    return report(name, 'is no JSON')
  }
  checkValue(parsed, type, name, report)
}
