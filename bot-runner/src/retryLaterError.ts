/** It cannot be done now; whoever brought it (Telegram, the poller, the queue) shall bring it again. */
export class RetryLaterError extends Error {
  readonly retryAfterSeconds: number

  constructor(reason: string, options: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(reason, { cause: options.cause })
    this.name = 'RetryLaterError'
    this.retryAfterSeconds = options.retryAfterSeconds ?? 1
  }
}
