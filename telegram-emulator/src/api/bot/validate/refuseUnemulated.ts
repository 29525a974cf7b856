import type { BotApiCall } from '../botApiCall.ts'
import { notEmulated } from '../botApiError.ts'

/** Parameters that change what the person gets and that the emulator does not know must not be ignored. */
export function refuseUnemulated(call: BotApiCall, names: readonly string[]): void {
  for (const name of names) {
    if (call.parameters.files.has(name)) throw notEmulated(`${name} in ${call.method}`)
    if (call.parameters.has(name) && call.parameters.string(name) !== 'false') {
      throw notEmulated(`${name} in ${call.method}`)
    }
  }
}
