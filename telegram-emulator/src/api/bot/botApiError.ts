/** An error that a Bot API method answers; the HTTP status is its code. */
export class BotApiError extends Error {
  readonly code: number

  constructor(code: number, description: string) {
    super(description)
    this.code = code
  }
}

export function badRequest(detail: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${detail}`)
}

/** Refusing loudly is better than pretending: a bot that relies on this would behave otherwise in Telegram. */
export function notEmulated(what: string): BotApiError {
  return new BotApiError(501, `Not Implemented: the emulator does not emulate ${what}`)
}
