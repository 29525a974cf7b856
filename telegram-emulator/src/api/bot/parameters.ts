import type { UploadedFile } from '../../files/types.ts'
import { badRequest } from './botApiError.ts'
import { parseJson } from './json.ts'

const INT32 = 2 ** 31

/**
 * A call's parameters, read as leniently as the official server reads them: each is a text, and what stands in a
 * JSON body otherwise is its JSON. So null is the text `null`, and whatever does not look like a number is 0.
 */
export class Parameters {
  readonly all: Record<string, unknown>
  /** The parts of a multipart body that are files, by their names. */
  readonly files: ReadonlyMap<string, UploadedFile>

  constructor(all: Record<string, unknown>, files: ReadonlyMap<string, UploadedFile> = new Map()) {
    this.all = all
    this.files = files
  }

  has(name: string): boolean {
    const value = this.all[name]
    return value !== undefined && value !== ''
  }

  /** The text of a parameter; the empty string if it is missing. */
  string(name: string): string {
    const value = this.all[name]
    if (value === undefined) return ''
    return typeof value === 'string' ? value : JSON.stringify(value)
  }

  /** Out of the range is brought into it. */
  integer(name: string, fallback: number, min = -INT32, max = INT32 - 1): number {
    const text = this.string(name)
    const value = text === '' ? fallback : toInteger(text, 32)
    return Math.min(max, Math.max(min, value))
  }

  /** The identifier of a person, a bot or a chat; 0 if it is missing. */
  identifier(name: string): number {
    return toInteger(this.string(name), 64)
  }

  boolean(name: string): boolean {
    const text = this.string(name).trim().toLowerCase()
    return text === 'true' || text === 'yes' || text === '1'
  }

  /** An object or array: given as such in JSON, as a JSON string elsewhere. `what` names it in the error. */
  json(name: string, what: string): unknown {
    const value = this.all[name]
    if (typeof value !== 'string') return value
    if (value === '') return undefined
    try {
      return parseJson(value)
    } catch {
      throw badRequest(`can't parse ${what} JSON object`)
    }
  }
}

/** The digits at the beginning; too many of them overflow, as in the real server's integers. */
function toInteger(text: string, bits: number): number {
  const [digits = ''] = /^-?\d{0,40}/.exec(text) ?? []
  if (digits === '' || digits === '-') return 0
  const value = Number(digits)
  return Math.abs(value) < INT32 ? value : Number(BigInt.asIntN(bits, BigInt(digits)))
}
