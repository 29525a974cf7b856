import type { ReactionType, ReactionTypeEmoji } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import { isObject, requiredString, within } from '../fields.ts'

// prettier-ignore
export const REACTIONS = [
  '👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢', '🎉', '🤩', '🤮', '💩', '🙏', '👌', '🕊', '🤡', '🥱',
  '🥴', '😍', '🐳', '❤‍🔥', '🌚', '🌭', '💯', '🤣', '⚡', '🍌', '🏆', '💔', '🤨', '😐', '🍓', '🍾', '💋', '🖕', '😈', '😴', '😭',
  '🤓', '👻', '👨‍💻', '👀', '🎃', '🙈', '😇', '😨', '🤝', '✍', '🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿', '🆒', '💘', '🙉',
  '🦄', '😘', '💊', '🙊', '😎', '👾', '🤷‍♂', '🤷', '🤷‍♀', '😡',
] as const satisfies ReactionTypeEmoji['emoji'][]

const KNOWN = new Set<string>(REACTIONS)

/** The reactions that a bot puts on a message: none or one, of those that everybody has. */
export function readReactions(value: unknown): ReactionType[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badRequest('expected an Array of ReactionType')
  const reactions = value.map((item) => within("can't parse ReactionType", () => readReaction(item)))
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  // Custom ones would have to stand on the message already, and people have none here.
  if (reactions.some((reaction) => reaction.type !== 'emoji' || !KNOWN.has(reaction.emoji)))
    throw badRequest('REACTION_INVALID')
  return reactions
}

function readReaction(item: unknown): ReactionType {
  if (!isObject(item)) throw new Error('expected an Object')
  const type = requiredString(item, 'type')
  if (type === 'emoji') return { type, emoji: requiredString(item, 'emoji') as ReactionTypeEmoji['emoji'] }
  if (type === 'custom_emoji') return { type, custom_emoji_id: requiredString(item, 'custom_emoji_id') }
  throw new Error('invalid reaction type specified')
}
