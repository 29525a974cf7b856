import { parseArgs } from 'node:util'

export type BenchOptions = {
  /** Where the rows go as JSON; undefined: nowhere. */
  json: string | undefined
  rounds: number
  /** Of one measurement. */
  seconds: number
  /** A folder for the CPU profiles of the product's processes; undefined: none are made. */
  profile: string | undefined
}

const numberOf = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text)
  if (Number.isFinite(value) && value >= min && value <= max) return value
  throw new Error(`--${name} must be a number from ${min} to ${max}`)
}

/** @throws {Error} naming the option that is not understood */
export const readOptions = (args = process.argv.slice(2)): BenchOptions => {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '3' },
      profile: { type: 'string' },
    },
  })
  return {
    json: values.json,
    rounds: numberOf('rounds', values.rounds, 1, 100),
    seconds: numberOf('seconds', values.seconds, 0.5, 60),
    profile: values.profile,
  }
}
