import { setTimeout as pause } from 'node:timers/promises'

import type { Disturb } from '../people/createLearners.ts'
import type { ChaosTarget } from '../readOptions.ts'
import type { Crash } from './planCrashes.ts'

/** Kills something at once and resolves when it works again. */
export type Killing = Record<ChaosTarget, () => Promise<void>>

/** Lets what is planned happen: on its day, as soon as enough people act together. */
export const createChaos = (crashes: readonly Crash[], kill: Killing, say: (text: string) => void) => {
  const left = [...crashes]
  let inFlight = 0
  let happened = 0
  let day = 0

  const disturb: Disturb = async ({ round, acting }) => {
    const [crash] = left
    if (crash === undefined || crash.day > day || round < crash.round) return
    left.shift()
    await pause(crash.afterMs)
    say(`${crash.target} is killed while ${acting} act`)
    inFlight += acting
    happened += 1
    await kill[crash.target]()
  }
  return {
    disturb,
    onDay: (today: number) => void (day = today),
    /** How many were acting when something was killed. */
    inFlight: () => inFlight,
    happened: () => happened,
  }
}

export type Chaos = ReturnType<typeof createChaos>
