import { activeCount, firstTelegramId } from '../scene.ts'
import type { MixLearner } from './mixCase.ts'
import type { MixScript } from './mixScript.ts'

/** All learners, one after the other another update of the cycle before them, so that the mix holds at every moment. */
export const beginMix = ({ starts }: MixScript): MixLearner[] =>
  Array.from({ length: activeCount }, (_, index) => ({
    telegramId: firstTelegramId + index,
    at: index % starts.length,
  }))
