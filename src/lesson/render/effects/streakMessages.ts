import type { Locale } from '../../../contracts/locale.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'

/** A line by itself, above what follows. */
export const streakMessages = ({ days }: EffectOf<'streak'>, locale: Locale): OutgoingMessage[] =>
  toMessages(formatText(locale, 'streak', { days }), [])
