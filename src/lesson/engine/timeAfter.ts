/** The time so many milliseconds after another; null: that other is none. */
export const timeAfter = (from: string, ms: number): string | null => {
  const time = Date.parse(from) + ms
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
