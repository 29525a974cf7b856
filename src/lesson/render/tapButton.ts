import type { InlineKeyboardButton } from '@grammyjs/types'

import type { Tap } from '../../contracts/lessonEvent.ts'
import { encodeTap } from '../callbackData.ts'

export const tapButton = (text: string, tap: Tap): InlineKeyboardButton.CallbackButton => ({
  text,
  callback_data: encodeTap(tap),
})
