import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { Keyboard, OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

const five = [1, 2, 3, 4, 5]

/** Asks for stars, then for words, then thanks: in one message. */
export const ratingMessages = (effect: EffectOf<'rating'>, locale: Locale): OutgoingMessage[] => {
  const { version, stage, stars, isInPlace } = effect
  const given = stars === null ? [] : [formatText(locale, 'ratingGiven', { stars: '⭐'.repeat(stars) })]
  const starButtons = five.map((option) => tapButton(`${option} ⭐`, { action: 'rate', version, option }))
  const skip = tapButton(formatText(locale, 'buttonSkipComment', {}).text, { action: 'skip', version })
  const again = tapButton(formatText(locale, 'buttonRateAgain', {}).text, {
    action: 'rate',
    version,
    option: 0,
  })
  const pages: Record<
    typeof stage,
    { text: 'ratingAsk' | 'ratingComment' | 'ratingThanks'; keyboard: Keyboard }
  > = {
    ask: { text: 'ratingAsk', keyboard: [starButtons] },
    comment: { text: 'ratingComment', keyboard: [[skip]] },
    thanks: { text: 'ratingThanks', keyboard: [[again]] },
  }
  const { text, keyboard } = pages[stage]
  const messages = toMessages(joinTexts([...given, formatText(locale, text, {})], '\n\n'), keyboard)
  return isInPlace ? inPlace(messages) : messages
}
