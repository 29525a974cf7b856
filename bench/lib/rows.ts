import { median, spreadOf } from './spread.ts'

/** One comparison. `ours` and `reference` are medians over the rounds, in the unit that `case` names. */
export type Row = {
  case: string
  ours: number
  reference: number
  /** Median of the rounds' ratios: both sides of a ratio were measured within one round. */
  ratio: number
  /** First and third quartile of the rounds' ratios. */
  spread: [number, number]
  /** What the ratio shall be at least; null: shown without an aim. */
  aim: number | null
  met: boolean | null
}

/**
 * @param ours and `reference`: one value per round, in the order of the rounds
 * @param isWithinSpread the aim counts as met when it lies within or below the spread
 */
export const compareRounds = (options: {
  case: string
  ours: readonly number[]
  reference: readonly number[]
  aim?: number
  isWithinSpread?: boolean
}): Row => {
  const { ours, reference, aim = null, isWithinSpread = false } = options
  const ratios = ours.map((value, round) => value / (reference[round] ?? Number.NaN))
  const ratio = median(ratios)
  const spread = spreadOf(ratios)
  const met = aim === null ? null : (isWithinSpread ? spread[1] : ratio) >= aim
  return { case: options.case, ours: median(ours), reference: median(reference), ratio, spread, aim, met }
}
