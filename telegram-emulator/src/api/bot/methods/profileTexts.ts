import type { BotTexts } from '../../../state/types.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { LIMITS } from '../validate/limits.ts'
import { readLanguage } from '../validate/readLanguage.ts'

interface TextKind {
  field: keyof BotTexts
  longest: number
  tooLong: string
}

/** The six methods for a bot's name and descriptions differ in the field, its length and its error alone. */
function setter({ field, longest, tooLong }: TextKind): BotApiMethod {
  return ({ emulator, bot, parameters }) => {
    const language = readLanguage(parameters)
    const text = parameters.string(field).trim()
    if (text.length > longest) throw badRequest(tooLong)
    // A bot always has a default name; the other texts may be removed in every language.
    if (text === '' && field === 'name' && language === '') throw badRequest('BOT_TITLE_INVALID')
    const texts = { ...bot.texts[language] }
    if (text === '') delete texts[field]
    else texts[field] = text
    bot.texts[language] = texts
    if (language !== '' && Object.keys(texts).length === 0) delete bot.texts[language]
    emulator.store.changed()
    emulator.events.publish({ type: 'bot', bot: bot.username })
    return true
  }
}

/** In a language without a text of its own, the default one is shown. */
function getter({ field }: TextKind): BotApiMethod {
  return ({ bot, parameters }) => {
    const language = readLanguage(parameters)
    return { [field]: bot.texts[language]?.[field] ?? bot.texts['']?.[field] ?? '' }
  }
}

const NAME: TextKind = { field: 'name', longest: LIMITS.name, tooLong: 'BOT_TITLE_INVALID' }
const DESCRIPTION: TextKind = {
  field: 'description',
  longest: LIMITS.description,
  tooLong: 'DESCRIPTION_TOO_LONG',
}
const SHORT_DESCRIPTION: TextKind = {
  field: 'short_description',
  longest: LIMITS.shortDescription,
  tooLong: 'ABOUT_TOO_LONG',
}

export const profileTexts = {
  setMyName: setter(NAME),
  getMyName: getter(NAME),
  setMyDescription: setter(DESCRIPTION),
  getMyDescription: getter(DESCRIPTION),
  setMyShortDescription: setter(SHORT_DESCRIPTION),
  getMyShortDescription: getter(SHORT_DESCRIPTION),
}
