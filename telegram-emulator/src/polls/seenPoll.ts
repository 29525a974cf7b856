import { createHash } from 'node:crypto'

import type { PollRecord, SeenPoll } from '../state/types.ts'

/**
 * The poll as a person's app shows it: before their vote neither results nor the right options of a quiz, until it
 * is closed; shuffled options in an order of their own.
 */
export function seenPoll(
  poll: SeenPoll,
  record: Pick<PollRecord, 'isShuffled' | 'hidesResults'>,
  { personId, hasVoted }: { personId: number; hasVoted: boolean },
): SeenPoll {
  const order = record.isShuffled && { option_order: shuffledFor(personId, poll) }
  if (poll.is_closed) return { ...poll, ...order }
  const seesResults = hasVoted && !record.hidesResults
  const seen = {
    ...poll,
    options: seesResults ? poll.options : poll.options.map((option) => ({ ...option, voter_count: 0 })),
    ...order,
    ...(record.hidesResults && { hides_results: true as const }),
  }
  return hasVoted ? seen : withoutSolution(seen)
}

function withoutSolution({
  correct_option_id: _id,
  correct_option_ids: _ids,
  explanation: _explanation,
  explanation_entities: _entities,
  explanation_media: _media,
  ...poll
}: SeenPoll): SeenPoll {
  return poll
}

/** Always the same order for one person. */
function shuffledFor(personId: number, { id, options }: SeenPoll): number[] {
  const places = options.map(({ persistent_id }, index) => ({
    index,
    key: createHash('sha256').update(`${personId}:${persistent_id}:${id}`).digest('hex'),
  }))
  return places.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ index }) => index)
}
