import { z } from 'zod'

import type { Emulator } from '../../../emulator.ts'
import { changePoll } from '../../../polls/changePoll.ts'
import { closePoll } from '../../../polls/closePoll.ts'
import { seenMessage } from '../../../polls/seenMessage.ts'
import { publishChatState } from '../../../state/chatState.ts'
import type { ChatMessage, PollRecord, PollState } from '../../../state/types.ts'
import { ControlError } from '../controlError.ts'
import { findOpenChat, requireAccess, type Parties } from '../findParties.ts'
import { findSeenMessage } from './findSeenMessage.ts'

export const voteBody = z.object({
  message_id: z.number().int().positive(),
  /** The numbers of all options that the person then has chosen; none takes the vote back. */
  option_ids: z.array(z.number().int().nonnegative()),
})

/** The person votes in a poll, changes the vote or takes it back; gives the message as they see it then. */
export function voteInPoll(
  emulator: Emulator,
  parties: Parties,
  { message_id, option_ids }: z.output<typeof voteBody>,
): ChatMessage {
  const { store, deliveries } = emulator
  const { bot, person } = parties
  requireAccess(parties)
  const chat = findOpenChat(emulator, parties)
  if (chat.isBlocked) throw new ControlError(409, `person ${person.id} has blocked @${bot.username}`)
  const { poll } = findSeenMessage(chat, message_id)
  const record = poll && store.polls.get(poll.id)
  if (!record) throw new ControlError(400, `message_id: message ${message_id} is not a poll`)
  // An advanced clock closes polls only when every process has confirmed the new time.
  if ((record.poll.close_date ?? Infinity) <= emulator.clock.unixTime()) closePoll(emulator, record)
  const old = chat.votes[record.id] ?? []
  const chosen = [...new Set(option_ids)].sort((a, b) => a - b)
  refuseVote(record, old, chosen)
  if (chosen.join() !== old.join()) {
    const { [record.id]: _old, ...others } = chat.votes
    chat.votes = chosen.length > 0 ? { ...others, [record.id]: chosen } : others
    changePoll(emulator, record, counted(record.poll, old, chosen))
    publishChatState(emulator, chat)
    if (!record.poll.is_anonymous) {
      const option_persistent_ids = chosen.map((id) => record.poll.options[id]?.persistent_id)
      const payload = { poll_id: record.id, user: person, option_ids: chosen, option_persistent_ids }
      deliveries.push(bot, { type: 'poll_answer', payload })
    }
  }
  return seenMessage(store, person.id, findSeenMessage(chat, message_id))
}

/** What Telegram's apps do not offer, in the order in which TDLib checks it. */
function refuseVote({ poll }: PollRecord, old: number[], chosen: number[]): void {
  if (poll.is_closed) throw new ControlError(409, 'message_id: the poll is closed')
  if (!poll.allows_multiple_answers && chosen.length > 1)
    throw new ControlError(400, 'option_ids: the poll takes one option only')
  if (!poll.allows_revoting && chosen.length === 0)
    throw new ControlError(409, 'option_ids: a vote in this poll cannot be taken back')
  const unknown = chosen.find((id) => id >= poll.options.length)
  if (unknown !== undefined) throw new ControlError(400, `option_ids: the poll has no option ${unknown}`)
  if (!poll.allows_revoting && old.length > 0)
    throw new ControlError(409, 'option_ids: a vote in this poll cannot be changed')
}

function counted(poll: PollState, old: number[], chosen: number[]): PollState {
  const change = (ids: number[], index: number) => (ids.includes(index) ? 1 : 0)
  return {
    ...poll,
    options: poll.options.map((option, index) => ({
      ...option,
      voter_count: option.voter_count + change(chosen, index) - change(old, index),
    })),
    total_voter_count: poll.total_voter_count + Math.sign(chosen.length) - Math.sign(old.length),
  }
}
