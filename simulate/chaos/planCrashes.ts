import type { Draw } from '../draw.ts'
import type { ChaosTarget } from '../readOptions.ts'

export type Crash = { day: number; target: ChaosTarget; round: number; afterMs: number }

/** About so many in a month: starting again takes longer than a simulated day. */
const most = 12

/** What is killed when, each target in its turn: while people act, in the middle of what they have just asked for. */
export const planCrashes = (options: {
  draw: Draw
  targets: readonly ChaosTarget[]
  days: number
}): Crash[] => {
  const { draw, targets, days } = options
  const count = targets.length === 0 ? 0 : Math.max(targets.length, Math.min(most, Math.floor(days / 2)))
  return Array.from({ length: count }, (_, place) => ({
    day: Math.min(days - 1, Math.floor(((place + 0.5) * days) / count)),
    target: targets[place % targets.length] ?? 'web',
    round: draw.whole(3, 'round', place),
    afterMs: draw.whole(30, 'after', place),
  }))
}
