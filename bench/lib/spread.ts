/** The value below which this share of the values lies, between two of them by straight line. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)]
  const high = sorted[Math.ceil(place)]
  if (low === undefined || high === undefined) throw new Error('nothing was measured')
  return low + (high - low) * (place - Math.floor(place))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The middle half: first and third quartile. */
export const spreadOf = (values: readonly number[]): [number, number] => [
  quantile(values, 0.25),
  quantile(values, 0.75),
]

/** How much the values grow from one to the next, by the straight line that fits them best. */
export const slopeOf = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let [along, across] = [0, 0]
  for (const [index, value] of values.entries()) {
    along += (index - middle) ** 2
    across += (index - middle) * (value - mean)
  }
  return across / along
}
