import { badRequest } from '../botApiError.ts'
import { fixText, type FormattedText } from './entities/fixText.ts'
import { LIMITS } from './limits.ts'

/** The question of a poll; of its entities the custom emoji alone stay. */
export function pollQuestion(given: FormattedText): FormattedText {
  const limit = LIMITS.pollQuestionCharacters
  return emojiText(given, limit, `poll question length must not exceed ${limit}`)
}

/** An option's text, likewise. */
export function pollOptionText(given: FormattedText): FormattedText {
  const limit = LIMITS.pollOptionCharacters
  return emojiText(given, limit, `poll options length must not exceed ${limit}`)
}

export function pollDescription(given: FormattedText): FormattedText {
  const fixed = fixText(given, true)
  if (fixed.text.length > LIMITS.caption) throw badRequest('message caption is too long')
  return fixed
}

/** The words of the last two errors are ours: Telegram's own are not known. */
export function quizExplanation(given: FormattedText): FormattedText {
  const fixed = fixText(given, true)
  const { pollExplanationCharacters: characters, pollExplanationLineFeeds: lines } = LIMITS
  if ([...fixed.text].length > characters)
    throw badRequest(`quiz explanation length must not exceed ${characters}`)
  if (fixed.text.split('\n').length - 1 > lines)
    throw badRequest(`quiz explanation must not have more than ${lines} line feeds`)
  return fixed
}

function emojiText(given: FormattedText, limit: number, complaint: string): FormattedText {
  const { text, entities } = fixText(given, false)
  if ([...text].length > limit) throw badRequest(complaint)
  return { text, entities: entities.filter(({ type }) => type === 'custom_emoji') }
}
