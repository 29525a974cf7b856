import { parseArgs } from 'node:util'

export type SimulationOptions = {
  learners: number
  days: number
  seed: string
  /** Which processes are killed and started again on the way. */
  chaos: readonly ChaosTarget[]
}

export const chaosTargets = ['web', 'runner', 'redis', 'postgres'] as const
export type ChaosTarget = (typeof chaosTargets)[number]

const numberOf = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new Error(`--${name} must be a whole number from ${min} to ${max}`)
}

/** @throws {Error} naming the option that is not understood */
export const readOptions = (
  args = process.argv.slice(2),
): SimulationOptions & { json: string | undefined } => {
  const { values } = parseArgs({
    args,
    options: {
      learners: { type: 'string', default: '500' },
      days: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      chaos: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  })
  return {
    learners: numberOf('learners', values.learners, 1, 5000),
    days: numberOf('days', values.days, 1, 60),
    seed: values.seed,
    chaos: values.chaos ? chaosTargets : [],
    json: values.json,
  }
}
