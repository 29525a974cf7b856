import { nextAllowed } from '../../time/nextAllowed.ts'
import type { Turn } from '../turn.ts'
import { zoneOf } from '../zoneOf.ts'

/** This time, or the end of the learner's quiet hours that it is in. */
export const outsideQuietHours = (turn: Pick<Turn, 'newest' | 'settings'>, iso: string): string => {
  const { quietFrom, quietTo } = turn.settings
  return quietFrom === null || quietTo === null
    ? iso
    : nextAllowed(iso, { from: quietFrom, to: quietTo }, zoneOf(turn))
}
