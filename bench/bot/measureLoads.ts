import { cpuTimeOf } from '../lib/cpuTime.ts'
import { closedLoop, openLoop, type Act } from '../lib/load.ts'
import { quantile } from '../lib/spread.ts'

const inFlight = 64

/** `cpuMs`: of one update. Latencies in milliseconds from the moment an update was due to its 2xx. */
export type Measurement = {
  perSecond: number
  cpuMs: number
  p50: number
  p99: number
  openPerSecond: number
}

/**
 * Full load for updates per second and their CPU time, then half of it for the latencies.
 * @param options.pids the processes whose CPU time counts
 * @param options.requireDone told how many updates were answered; throws when not all of them were done
 */
export const measureLoads = async (options: {
  act: Act
  pids: number[]
  seconds: number
  requireDone: (answered: number) => Promise<void>
}): Promise<Measurement> => {
  const { act, pids, seconds, requireDone } = options
  const cpuBefore = cpuTimeOf(pids)
  const closed = await closedLoop(act, { inFlight, seconds })
  const cpuMs = (cpuTimeOf(pids) - cpuBefore) / closed.done
  const openPerSecond = closed.perSecond / 2
  const open = await openLoop(act, { perSecond: openPerSecond, seconds })
  await requireDone(closed.done + open.done)
  return {
    perSecond: closed.perSecond,
    cpuMs,
    openPerSecond,
    p50: quantile(open.latencies, 0.5),
    p99: quantile(open.latencies, 0.99),
  }
}
