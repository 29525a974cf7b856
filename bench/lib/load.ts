import { setTimeout as pause } from 'node:timers/promises'

/** Does one thing and resolves when it was answered; undefined when there is nothing left to do. */
export type Act = () => Promise<void> | undefined

const nothingLeft = () => new Error('the load ran out of things to do: measure for a shorter time')

/** So many at once, each answer followed by the next act, for so long. The last ones are waited for. */
export const closedLoop = async (
  act: Act,
  options: { inFlight: number; seconds: number },
): Promise<{ done: number; perSecond: number }> => {
  const start = performance.now()
  const deadline = start + options.seconds * 1000
  let done = 0
  const work = async () => {
    while (performance.now() < deadline) {
      const acted = act()
      if (acted === undefined) throw nothingLeft()
      await acted
      done++
    }
  }
  await Promise.all(Array.from({ length: options.inFlight }, work))
  return { done, perSecond: (done * 1000) / (performance.now() - start) }
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export const createRandom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
  return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
}

/**
 * Acts at random moments (a Poisson process, the same for every case), whether or not earlier ones were
 * answered. A latency counts from the moment at which the act was due, so that a stall hurts all who would
 * have come during it; the timer's grain is in it, up to a millisecond.
 * @returns milliseconds from due to answered
 */
export const openLoop = async (
  act: Act,
  options: { perSecond: number; seconds: number },
): Promise<{ done: number; latencies: number[] }> => {
  const random = createRandom(1)
  const gap = () => (-Math.log(1 - random()) * 1000) / options.perSecond
  const latencies: number[] = []
  const running = new Set<Promise<void>>()
  const start = performance.now()
  const end = start + options.seconds * 1000
  let failure: unknown
  for (let due = start + gap(); due < end && failure === undefined;) {
    for (const now = performance.now(); due <= now && due < end; due += gap()) {
      const dueAt = due
      const acted = act()
      if (acted === undefined) throw nothingLeft()
      const answered = acted
        .then(() => void latencies.push(performance.now() - dueAt))
        .catch((error: unknown) => (failure = error))
        .then(() => void running.delete(answered))
      running.add(answered)
    }
    await pause(1)
  }
  await Promise.all(running)
  if (failure !== undefined) throw failure
  return { done: latencies.length, latencies }
}
