import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { pino, type Logger } from 'pino'

import { callMethod } from './api/bot/callMethod.ts'
import { handleBotRequest } from './api/bot/handleBotRequest.ts'
import { recordCall } from './api/bot/recordCall.ts'
import { controlApp } from './api/control/controlApp.ts'
import { ClockClients } from './clock/clockClients.ts'
import { EmulatorClock } from './clock/emulatorClock.ts'
import { Deliveries } from './delivery/deliveries.ts'
import type { Emulator, Limits } from './emulator.ts'
import { FaultTable } from './faults/faultTable.ts'
import { FileStore } from './files/fileStore.ts'
import { referencedFiles } from './files/referencedFiles.ts'
import { FILE_LIMITS, type FileLimits } from './files/types.ts'
import { startInbox } from './mail/startInbox.ts'
import { closePoll } from './polls/closePoll.ts'
import { PollTimers } from './polls/pollTimers.ts'
import { CallLog } from './state/callLog.ts'
import { EventHub } from './state/eventHub.ts'
import { restoreSnapshot, takeSnapshot } from './state/snapshot.ts'
import { StateFile } from './state/stateFile.ts'
import { Store } from './state/store.ts'
import { TapWaiters } from './state/tapWaiters.ts'

export interface EmulatorOptions {
  /** 0 takes a free port. */
  port: number
  host?: string | undefined
  /** Where the state is kept; without it, it lives in memory only. */
  dataFile?: string | undefined
  /** Receives mail there, as a mail server that sends nothing on; without it, there is none. */
  smtpPort?: number | undefined
  logger?: Logger | undefined
  /** Shorter waits for tests; by default 30 s for a tap, 10 s for the clock, 60 s for a webhook, 15 s for a URL. */
  limits?: Partial<Limits> | undefined
  /** Other sizes of files than Telegram's, for tests. */
  fileLimits?: Partial<FileLimits> | undefined
}

const LIMITS: Limits = { tapMs: 30_000, clockConfirmMs: 10_000, webhookMs: 60_000, fetchMs: 15_000 }

export interface RunningEmulator {
  /** Such as http://127.0.0.1:8081, without a slash at the end: a bot's apiRoot. */
  url: string
  port: number
  /** Stops listening and delivering, and saves the state. */
  close(): Promise<void>
}

/** Starts an emulator in this process. Any number may run side by side. */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  const { port, host = '127.0.0.1', dataFile, logger = pino({ level: 'silent' }) } = options
  const files = new FileStore(dataFile && `${dataFile}.files`, { ...FILE_LIMITS, ...options.fileLimits })
  const emulator = build(logger, { ...LIMITS, ...options.limits }, files)
  const file = dataFile ? await openStateFile(emulator, dataFile) : undefined
  const server = await listen(emulator, port, host)
  const { smtpPort } = options
  if (smtpPort !== undefined) emulator.inbox = await startInbox({ port: smtpPort, host })
  for (const bot of emulator.store.bots) emulator.deliveries.of(bot)
  const address = server.address() as AddressInfo
  let closing: Promise<void> | undefined
  const close = async () => {
    emulator.deliveries.close()
    emulator.taps.close()
    emulator.clock.stop()
    await stopListening(server)
    await emulator.inbox?.close()
    await file?.close()
    await files.close()
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: () => (closing ??= close()),
  }
}

function build(logger: Logger, limits: Limits, files: FileStore): Emulator {
  const store = new Store()
  const clock = new EmulatorClock()
  const faults = new FaultTable()
  const events = new EventHub()
  const deliveries = new Deliveries(
    { clock, logger, faults, events, webhookMs: limits.webhookMs, changed: () => store.changed() },
    (bot, { method, parameters }) => {
      void callMethod(emulator, bot, method, parameters).then((answer) =>
        recordCall(emulator, bot, { name: method, values: parameters }, answer),
      )
    },
  )
  files.referenced = () => referencedFiles(store)
  files.changed = () => store.changed()
  const pollTimers = new PollTimers(clock, (record) => closePoll(emulator, record))
  store.polls.shown = (record) => pollTimers.watch(record)
  store.polls.gone = (record) => pollTimers.forget(record)
  const emulator: Emulator = {
    store,
    files,
    clock,
    clockClients: new ClockClients(),
    deliveries,
    faults,
    calls: new CallLog(),
    events,
    taps: new TapWaiters(),
    pollTimers,
    limits,
    logger,
  }
  return emulator
}

async function openStateFile(emulator: Emulator, path: string): Promise<StateFile> {
  const { store, files, clock, calls, logger } = emulator
  const snapshot = await StateFile.read(path)
  if (snapshot) {
    calls.continueFrom(restoreSnapshot(store, snapshot).nextCallId)
    clock.offsetMs = snapshot.clock.offset_ms
    clock.version = snapshot.clock.version
    for (const record of store.polls.all) emulator.pollTimers.watch(record)
  }
  await files.restore(snapshot?.files ?? [])
  const take = (isFinal: boolean) =>
    takeSnapshot(store, {
      isFinal,
      files: [...files.records],
      clock: { offset_ms: clock.offsetMs, version: clock.version },
      nextCallId: calls.nextId,
    })
  const file = new StateFile(path, take, logger)
  store.changed = () => file.schedule()
  // From here on the file no longer comes from an orderly stop.
  await file.save(false)
  return file
}

function listen(emulator: Emulator, port: number, host: string): Promise<Server> {
  const app = controlApp(emulator)
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/bot')) return void app(request, response)
    handleBotRequest(emulator, request, response).catch((error: unknown) => {
      emulator.logger.debug({ err: error }, 'a Bot API request broke off')
      response.destroy()
    })
  })
  // Longer than the clients' own limits, so that they never write into a connection that is being closed.
  server.keepAliveTimeout = 75_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
