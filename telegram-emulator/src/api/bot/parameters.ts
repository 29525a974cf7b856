import type { UploadedFile } from '../../files/types.ts'
import { badRequest } from './botApiError.ts'

const INT32 = 2 ** 31

/** A call's parameters, read as leniently as the official server reads them: everything may be a string. */
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
    return value !== undefined && value !== null && value !== ''
  }

  /** The text of a parameter; the empty string if it is missing. */
  string(name: string): string {
    const value = this.all[name]
    if (value === undefined || value === null) return ''
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }

  /** Out of range is brought into range, what is not a number counts as missing or 0: so does the real server. */
  integer(name: string, fallback: number, min = -INT32, max = INT32 - 1): number {
    const text = this.string(name)
    const value = text === '' ? fallback : Number.parseInt(text, 10) || 0
    return Math.min(max, Math.max(min, value))
  }

  boolean(name: string): boolean {
    const text = this.string(name).toLowerCase()
    return text === 'true' || text === 'yes' || text === '1'
  }

  /** An object or array: given as such in JSON, as a JSON string elsewhere. `what` names it in the error. */
  json(name: string, what: string): unknown {
    const value = this.all[name]
    if (typeof value !== 'string') return value ?? undefined
    if (value === '') return undefined
    try {
      return JSON.parse(value)
    } catch {
      throw badRequest(`can't parse ${what} JSON object`)
    }
  }
}
