import { cpuTimeOf } from '../lib/cpuTime.ts'
import { closedLoop, openLoop } from '../lib/load.ts'
import { quantile } from '../lib/spread.ts'
import { inFlight, wantedPerSecond } from './scene.ts'
import type { EmulatorCase } from './startCases.ts'

/** `cpuMs`: of one update, of the server alone. Latencies in milliseconds at 1,000 updates per second. */
export type LoadMeasurement = {
  perSecond: number
  cpuMs: number
  openPerSecond: number
  p50: number
  p99: number
}

/** Full load for updates per second and their CPU time, then 1,000 updates per second for the latencies. */
export const measureLoad = async (server: EmulatorCase, seconds: number): Promise<LoadMeasurement> => {
  const cpuBefore = cpuTimeOf([server.pid])
  const closed = await closedLoop(server.load.act, { inFlight, seconds })
  const cpuMs = (cpuTimeOf([server.pid]) - cpuBefore) / closed.done
  const start = performance.now()
  const open = await openLoop(server.load.act, { perSecond: wantedPerSecond, seconds })
  return {
    perSecond: closed.perSecond,
    cpuMs,
    openPerSecond: (open.done * 1000) / (performance.now() - start),
    p50: quantile(open.latencies, 0.5),
    p99: quantile(open.latencies, 0.99),
  }
}
