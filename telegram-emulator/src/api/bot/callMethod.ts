import type { Emulator } from '../../emulator.ts'
import type { UploadedFile } from '../../files/types.ts'
import type { BotApiAnswer, BotRecord } from '../../state/types.ts'
import { BotApiError, notEmulated } from './botApiError.ts'
import { Described, type BotApiCall } from './botApiCall.ts'
import { EMULATED_METHODS } from './emulatedMethods.ts'
import { Parameters } from './parameters.ts'
import { findMethod } from './schema/findMethod.ts'

/** Runs one method and turns whatever happens into the answer's envelope. Never throws. */
export async function callMethod(
  emulator: Emulator,
  bot: BotRecord,
  name: string,
  given: Record<string, unknown>,
  onGone: BotApiCall['onGone'] = () => {},
  files?: ReadonlyMap<string, UploadedFile>,
): Promise<BotApiAnswer> {
  try {
    const method = findMethod(name)?.name
    if (!method) throw new BotApiError(404, 'Not Found: method not found')
    if ((bot.loggedOutUntil ?? 0) > emulator.clock.now()) throw new BotApiError(400, 'Logged out')
    const run = EMULATED_METHODS[method]
    if (!run) throw notEmulated(`the method ${method}`)
    const result = await run({ emulator, bot, method, parameters: new Parameters(given, files), onGone })
    if (result instanceof Described)
      return { ok: true, result: result.result, description: result.description }
    return { ok: true, result }
  } catch (error) {
    return errorAnswer(emulator, bot, name, error)
  }
}

function errorAnswer(emulator: Emulator, bot: BotRecord, method: string, error: unknown): BotApiAnswer {
  if (error instanceof BotApiError) {
    const details = { bot: bot.username, method, error_code: error.code, description: error.message }
    if (error.code === 501) emulator.logger.error(details, 'a bot called something that is not emulated')
    else emulator.logger.debug(details, 'a Bot API call failed')
    return { ok: false, error_code: error.code, description: error.message }
  }
  emulator.logger.error({ err: error, bot: bot.username, method }, 'the emulator failed in a Bot API call')
  return { ok: false, error_code: 500, description: 'Internal Server Error' }
}
