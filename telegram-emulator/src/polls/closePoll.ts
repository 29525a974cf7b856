import type { Emulator } from '../emulator.ts'
import type { PollRecord } from '../state/types.ts'
import { changePoll } from './changePoll.ts'

/** Nobody can vote from now on. A closed poll no longer tells when it was to close. */
export function closePoll(emulator: Emulator, record: PollRecord): void {
  if (record.poll.is_closed) return
  emulator.pollTimers.forget(record)
  const { open_period: _period, close_date: _date, ...poll } = record.poll
  changePoll(emulator, record, { ...poll, is_closed: true })
}
