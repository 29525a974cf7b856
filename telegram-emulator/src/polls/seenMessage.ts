import type { Store } from '../state/store.ts'
import type { ChatMessage } from '../state/types.ts'
import { seenPoll } from './seenPoll.ts'

/** Of a poll that no record tells of nothing is shown before it is closed. */
const UNKNOWN = { isShuffled: false, hidesResults: false }

/** The message as a person sees it, also where it stands in an answer or was pinned. */
export function seenMessage(store: Store, personId: number, message: ChatMessage): ChatMessage {
  const { poll, reply_to_message, pinned_message } = message
  if (!poll && !reply_to_message && !pinned_message) return message
  const record = poll && store.polls.get(poll.id)
  const votes = record && store.chat(record.botId, personId)?.votes[record.id]
  const voter = { personId, hasVoted: (votes?.length ?? 0) > 0 }
  const inner = (nested: unknown) => seenMessage(store, personId, nested as ChatMessage)
  return {
    ...message,
    ...(poll && { poll: seenPoll(poll, record ?? UNKNOWN, voter) }),
    ...(reply_to_message && { reply_to_message: inner(reply_to_message) }),
    ...(pinned_message && { pinned_message: inner(pinned_message) as typeof pinned_message }),
  }
}
