import type { Emulator } from '../../emulator.ts'
import type { BotRecord } from '../../state/types.ts'
import type { Parameters } from './parameters.ts'

/** One call of a Bot API method, as its handler sees it. */
export interface BotApiCall {
  emulator: Emulator
  bot: BotRecord
  /** As the reference writes it: sendMessage. */
  method: string
  parameters: Parameters
  /** Registers what to do when the caller hangs up before it is answered. */
  onGone: (run: () => void) => void
}

/** A result with the description that Telegram puts beside it. */
export class Described {
  readonly result: unknown
  readonly description: string

  constructor(result: unknown, description: string) {
    this.result = result
    this.description = description
  }
}

/** Returns the `result` of the answer; throws BotApiError for the other kind of answer. */
export type BotApiMethod = (call: BotApiCall) => unknown
