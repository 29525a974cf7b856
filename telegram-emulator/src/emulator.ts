import type { Logger } from 'pino'

import type { ClockClients } from './clock/clockClients.ts'
import type { EmulatorClock } from './clock/emulatorClock.ts'
import type { Deliveries } from './delivery/deliveries.ts'
import type { FileStore } from './files/fileStore.ts'
import type { FaultTable } from './faults/faultTable.ts'
import type { Inbox } from './mail/startInbox.ts'
import type { PollTimers } from './polls/pollTimers.ts'
import type { CallLog } from './state/callLog.ts'
import type { EventHub } from './state/eventHub.ts'
import type { Store } from './state/store.ts'
import type { TapWaiters } from './state/tapWaiters.ts'

/** How long the emulator waits for others, in real milliseconds. */
export interface Limits {
  /** For the bot to answer a tap. */
  tapMs: number
  /** For connected processes to confirm an advance of the clock. */
  clockConfirmMs: number
  /** For a webhook to answer a delivery. */
  webhookMs: number
  /** For the file at a URL to be there whole. */
  fetchMs: number
}

/** The parts of one running emulator. Nothing is kept at module level: many may run in one process. */
export interface Emulator {
  store: Store
  files: FileStore
  clock: EmulatorClock
  clockClients: ClockClients
  deliveries: Deliveries
  faults: FaultTable
  calls: CallLog
  events: EventHub
  taps: TapWaiters
  pollTimers: PollTimers
  /** There is one when a port was named for it. */
  inbox?: Inbox
  limits: Limits
  logger: Logger
}
