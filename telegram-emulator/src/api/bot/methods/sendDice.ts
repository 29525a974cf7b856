import { randomInt } from 'node:crypto'

import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { sendContent } from '../sendContent.ts'

/** The highest value of each. */
const HIGHEST = new Map([
  ['🎲', 6],
  ['🎯', 6],
  ['🎳', 6],
  ['🏀', 5],
  ['⚽', 5],
  ['🎰', 64],
])

export const sendDice: BotApiMethod = (call) =>
  sendContent(call, () => {
    // Keyboards add the variation selector to the ball.
    const emoji = call.parameters.string('emoji').replace('\u{fe0f}', '') || '🎲'
    const highest = HIGHEST.get(emoji)
    if (!highest) throw badRequest('EMOTICON_INVALID')
    return { dice: { emoji, value: randomInt(1, highest + 1) } }
  })
