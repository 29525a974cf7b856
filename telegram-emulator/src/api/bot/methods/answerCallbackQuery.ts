import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { LIMITS } from '../validate/limits.ts'

export const answerCallbackQuery: BotApiMethod = ({ emulator, bot, parameters }) => {
  const id = parameters.string('callback_query_id')
  const query = emulator.store.callbackQueries.get(id)
  if (!query || query.botId !== bot.id || query.expiresAt <= emulator.clock.now()) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  const text = parameters.string('text')
  if (text.length > LIMITS.answerCallbackText) throw badRequest('MESSAGE_TOO_LONG')
  const url = parameters.string('url')
  // Only links that open a bot are allowed here; games are not emulated.
  if (url !== '' && !/^(tg:|(https?:\/\/)?t\.me\/)/i.test(url)) throw badRequest('URL_INVALID')
  const cacheS = parameters.integer('cache_time', 0, ...LIMITS.answerCallbackCacheS)
  const answer = {
    ...(text !== '' && { text }),
    ...(parameters.boolean('show_alert') && { show_alert: true }),
    ...(url !== '' && { url }),
  }
  emulator.taps.answer(id, answer)
  if (cacheS > 0) emulator.store.cacheAnswer(query.button, answer, emulator.clock.now() + cacheS * 1000)
  return true
}
