const FIRST_MS = 100
const LONGEST_MS = 5_000
const HOPELESS_MS = 30_000
export const HOPELESS_AFTER = 8

/** How long to wait before the next try after so many failures in a row. */
export function restartDelay(failures: number): number {
  if (failures >= HOPELESS_AFTER) return HOPELESS_MS
  return Math.min(FIRST_MS * 2 ** failures, LONGEST_MS)
}
