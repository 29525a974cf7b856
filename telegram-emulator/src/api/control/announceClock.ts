import type { Emulator } from '../../emulator.ts'
import { ControlError } from './controlError.ts'

/** Tells the new time to every connected process and waits until they have confirmed it. */
export async function announceClock(emulator: Emulator, change: 'advanced' | 'set back') {
  const { clock, clockClients, store, events, limits } = emulator
  store.changed()
  const announced = { offset_ms: clock.offsetMs, version: clock.version }
  const { missing } = await clockClients.announce(announced, limits.clockConfirmMs)
  // Only now: an update sent earlier could reach a process that still lives in the old time.
  clock.runDue()
  events.publish({ type: 'clock', now: new Date(clock.now()).toISOString(), offset_ms: clock.offsetMs })
  if (missing > 0) {
    throw new ControlError(
      504,
      `the clock was ${change}, but ${missing} of ${clockClients.size} connected processes did not confirm ` +
        `version ${announced.version} within ${limits.clockConfirmMs / 1000} s`,
    )
  }
  return clockState(emulator)
}

export function clockState({ clock, clockClients }: Emulator) {
  return {
    now: new Date(clock.now()).toISOString(),
    offset_ms: clock.offsetMs,
    version: clock.version,
    clients: clockClients.size,
  }
}
