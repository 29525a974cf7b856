import { GrammyError } from 'grammy'

/** Why Telegram refused a call for good; undefined when it did not. */
export const refusalOf = (error: unknown): string | undefined =>
  error instanceof GrammyError && error.error_code === 400 ? error.description : undefined
