import { inFlight } from './scene.ts'
import type { EmulatorCase } from './startCases.ts'

const points = 10

/** Megabytes: what the process has from the system, and what of it is still referred to. */
export type Memory = { resident: number; live: number }

/** The memory after each tenth of so many updates. */
export const measureMemory = async (
  { load, memory }: EmulatorCase & { memory: () => Promise<Memory> },
  updates: number,
  onPoint: (updates: number, memory: Memory) => void,
): Promise<Memory[]> => {
  const measured: Memory[] = []
  for (let point = 1; point <= points; point++) {
    let left = Math.round(updates / points)
    const work = async () => {
      while (left-- > 0) await load.act()
    }
    await Promise.all(Array.from({ length: inFlight }, work))
    const now = await memory()
    measured.push(now)
    onPoint((updates / points) * point, now)
  }
  return measured
}
