import type { Invariant } from './createVerdicts.ts'
import type { Outcome } from './outcomeOf.ts'

/** Scores, unlocks and completions of the same people, without crashes and with them. */
export const compareOutcomes = (calm: Outcome, crashed: Outcome): Invariant => {
  const about = [...new Set([...Object.keys(calm), ...Object.keys(crashed)])]
  const different = about.filter((one) => calm[one] !== crashed[one])
  const [first] = different
  return {
    name: 'with crashes everybody has reached what they reach without',
    checked: about.length,
    broken: different.length,
    example:
      first === undefined
        ? null
        : `${first}: ${calm[first] ?? 'nothing'} without, ${crashed[first] ?? 'nothing'} with crashes`,
  }
}
