import type { MixKind, ScriptedUpdate } from './mixScript.ts'

/** Of all updates, in percent. */
const shares: Record<MixKind, number> = { next: 60, quiz: 25, contents: 10, submission: 5 }
/** Percentage points: a measurement ends in the middle of a cycle. */
const tolerance = 1

/** @throws {Error} when the load was not the mix that it is to be */
export const requireShares = (answered: readonly ScriptedUpdate[]): void => {
  for (const [kind, share] of Object.entries(shares)) {
    const count = answered.filter((update) => update.kind === kind).length
    const percent = (100 * count) / answered.length
    if (Math.abs(percent - share) > tolerance)
      throw new Error(`${percent.toFixed(1)} % of the updates were ${kind}, not ${share} %`)
  }
}
