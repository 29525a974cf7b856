export const sourceErrorCodes = [
  'sourceMissing',
  'sourceEmpty',
  'notZip',
  'zipBroken',
  'zipUnsafePath',
  'zipEncrypted',
  'tooManyFiles',
  'sourceTooLarge',
  'fileUnreadable',
] as const

export type SourceErrorCode = (typeof sourceErrorCodes)[number]

/** The source cannot be read at all. `what` names the entry or file, as far as there is one. */
export class SourceError extends Error {
  readonly code: SourceErrorCode
  readonly what: string

  constructor(code: SourceErrorCode, what: string, options?: ErrorOptions) {
    super(`${code}: ${what}`, options)
    this.name = 'SourceError'
    this.code = code
    this.what = what
  }
}
