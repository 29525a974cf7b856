import type { ErrorCode } from '../i18n/en.ts'

/** A value to be put into the message, or shown beside it. */
export type ErrorDetails = Record<string, unknown>

/**
 * The one error of the product. People see the catalogue's message for `code`; `message` only where Payload
 * answers for many documents at once and shows each error's own. `isPublic: false` is shown as an internal
 * error, whatever the code.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly isPublic: boolean
  readonly details: ErrorDetails | undefined

  constructor(options: {
    code: ErrorCode
    status: number
    isPublic?: boolean
    details?: ErrorDetails
    message?: string
    cause?: unknown
  }) {
    super(options.message ?? options.code, { cause: options.cause })
    this.name = 'AppError'
    this.code = options.code
    this.status = options.status
    this.isPublic = options.isPublic ?? true
    this.details = options.details
  }
}
