import type { Emulator } from '../emulator.ts'
import type { MessageContent } from '../state/types.ts'
import { makePollIds } from './makePollIds.ts'

/**
 * The content as a copy has it: a poll becomes a new one, open and without votes. Its message is to be put into a
 * chat at once.
 */
export function copyPoll({ store, clock }: Emulator, content: MessageContent): MessageContent {
  const original = content.poll && store.polls.get(content.poll.id)
  if (!content.poll || !original) return content
  const { close_date: _closeDate, open_period: _openPeriod, ...rest } = content.poll
  const { id, optionIds } = makePollIds(rest.options.length)
  const { openPeriod } = original
  const fresh = {
    id,
    options: rest.options.map((option, index) => ({
      ...option,
      persistent_id: optionIds[index] ?? '',
      voter_count: 0,
    })),
    total_voter_count: 0,
    ...(openPeriod !== undefined && { open_period: openPeriod, close_date: clock.unixTime() + openPeriod }),
    is_closed: false,
  }
  const {
    description: _text,
    description_entities: _entities,
    media: _media,
    ...poll
  } = { ...rest, ...fresh }
  store.polls.add({ ...original, id, poll, places: {} })
  return { ...content, poll: { ...rest, ...fresh } }
}
