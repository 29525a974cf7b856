import type { ReactionType } from '@grammyjs/types'
import { z } from 'zod'

import type { Emulator } from '../../../emulator.ts'
import { privateChat } from '../../../state/privateChat.ts'
import { setReactions } from '../../../state/setReactions.ts'
import { LIMITS } from '../../bot/validate/limits.ts'
import { REACTIONS } from '../../bot/validate/readReactions.ts'
import { ControlError } from '../controlError.ts'
import { findOpenChat, requireAccess, type Parties } from '../findParties.ts'
import { findSeenMessage } from './findSeenMessage.ts'

export const reactionBody = z.object({
  message_id: z.number().int().positive(),
  /** All that the person then has on the message. */
  reaction: z.array(z.object({ type: z.literal('emoji'), emoji: z.enum(REACTIONS) })),
})

/** The person puts reactions on a message, or takes them away; bots that ask for it are told. */
export function reactFromPerson(
  emulator: Emulator,
  parties: Parties,
  { message_id, reaction }: { message_id: number; reaction: ReactionType[] },
): void {
  const { bot, person } = parties
  requireAccess(parties)
  const chat = findOpenChat(emulator, parties)
  if (chat.isBlocked) throw new ControlError(409, `person ${person.id} has blocked @${bot.username}`)
  findSeenMessage(chat, message_id)
  const most = person.is_premium ? LIMITS.premiumReactions : LIMITS.reactions
  if (reaction.length > most) throw new ControlError(400, `reaction: at most ${most} for this person`)
  const old = setReactions(emulator, chat, message_id, 'person', reaction)
  if (JSON.stringify(old) === JSON.stringify(reaction)) return
  emulator.deliveries.push(bot, {
    type: 'message_reaction',
    payload: {
      chat: privateChat(person),
      message_id,
      user: person,
      date: emulator.clock.unixTime(),
      old_reaction: old,
      new_reaction: reaction,
    },
  })
}
