import type { EmulatorEvent } from '../../telegram-emulator/src/client.ts'

/** Updates that follow from what people do; others come by themselves. */
const byPeople: ReadonlySet<string> = new Set([
  ...['message', 'edited_message', 'callback_query', 'poll_answer', 'my_chat_member'],
])
const isOver: ReadonlySet<string> = new Set(['delivered', 'expired'])

/** Counts the updates that people have caused against those that bots have acknowledged. */
export const createUpdateCount = () => {
  let caused = 0
  let made = 0
  let acknowledged = 0
  let failed = 0
  return {
    take: (event: EmulatorEvent) => {
      if (event.type !== 'update' || !byPeople.has(event.kind)) return
      if (event.outcome === 'waiting' || event.outcome === 'not_allowed') made += 1
      if (isOver.has(event.outcome) || event.outcome === 'not_allowed') acknowledged += 1
      if (event.outcome === 'failed') failed += 1
    },
    /** Somebody is about to do something that is told to a bot. */
    expect: (more = 1) => void (caused += more),
    /** What came before was not counted as caused by anybody. */
    startOver: () => void (caused = made),
    isSettled: () => made >= caused && acknowledged >= made,
    describe: () => ({ caused, made, acknowledged, failed }),
  }
}

export type UpdateCount = ReturnType<typeof createUpdateCount>
