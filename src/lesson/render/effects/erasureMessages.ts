import type { Tap } from '../../../contracts/lessonEvent.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { inPlace } from '../inPlace.ts'
import type { Keyboard, OutgoingMessage } from '../outgoingMessage.ts'
import { tapButton } from '../tapButton.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

const texts = {
  ask: 'erasureAsk',
  confirm: 'erasureConfirm',
  kept: 'erasureKept',
  begun: 'erasureBegun',
} as const

/** What would be erased, whether really, and that it begins: in one message. */
export const erasureMessages = (effect: EffectOf<'erasure'>, locale: Locale): OutgoingMessage[] => {
  const { version, stage, isInPlace } = effect
  const button = (
    key: 'buttonErase' | 'buttonEraseForGood' | 'buttonEraseNot',
    to: Extract<Tap, { action: 'erase' }>['stage'],
  ) => [tapButton(formatText(locale, key, {}).text, { action: 'erase', version, stage: to })]
  const not = button('buttonEraseNot', 'keep')
  const keyboards: Record<typeof stage, Keyboard> = {
    ask: [button('buttonErase', 'ask'), not],
    // The other way round: who taps twice in the same place keeps everything.
    confirm: [not, button('buttonEraseForGood', 'confirm')],
    kept: [],
    begun: [],
  }
  const title = stage === 'ask' || stage === 'confirm' ? [formatText(locale, 'erasureTitle', {})] : []
  const messages = toMessages(
    joinTexts([...title, formatText(locale, texts[stage], {})], '\n\n'),
    keyboards[stage],
  )
  return isInPlace ? inPlace(messages) : messages
}
