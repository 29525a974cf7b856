import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { createNews } from './createNews.ts'
import { ExpectedFailure } from './expectedFailure.mjs'
import { readFrom, rotateLog, sizeOf } from './logFile.ts'
import type { Session } from './runCommand.ts'
import { lastLines } from './runTool.mjs'
import { stopProcesses, type TrackedProcess } from './stopProcesses.mjs'
import { texts } from './texts.mjs'
import { HOPELESS_AFTER, restartDelay } from './restartDelay.ts'
import { waitUntil } from './waitUntil.ts'
import { watchSources } from './watchSources.ts'

/** In this order the stack stops: who calls others goes first. */
export const stopOrder = { runner: 1, web: 2, emulator: 3, redis: 4, postgres: 5 }

/** Having lived this long after it was ready, a process counts as well; its next end starts a new count. */
const WELL_AFTER_MS = 10_000

export interface ProcessSpec {
  title: string
  order: number
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd: string
  uid?: number
  gid?: number
  logFile: string
  stopSignal: NodeJS.Signals
  stopLimitMs: number
  readyLimitMs: number
  isReady: () => Promise<boolean>
  beforeStart?: () => Promise<void>
  onPid?: (pid: number) => void
  /** In development: a change below these starts it again. */
  watchedPaths?: string[]
}

interface Launched {
  /** How it ended, in words; resolves only then. */
  ended: Promise<string>
  /** Why it did not become ready; nothing if it did. */
  failure?: string
  output: string
}

function asFailure(error: unknown): Launched {
  const failure = error instanceof Error ? error.message : String(error)
  return { ended: Promise.resolve(failure), failure, output: lastLines(failure) }
}

/** Starts a process, waits until it is ready, and from then on starts it again whenever it dies. */
export async function superviseProcess(spec: ProcessSpec, session: Session): Promise<void> {
  let current: TrackedProcess | undefined
  const tracked = () => current
  const changes = createNews(session.signal)
  session.running.add(tracked)
  rotateLog(spec.logFile)

  async function launch(): Promise<Launched> {
    await spec.beforeStart?.()
    session.throwIfStopping()
    const position = sizeOf(spec.logFile)
    const log = openSync(spec.logFile, 'a')
    const { command, args, cwd, env, uid, gid } = spec
    const child = spawn(command, args, {
      cwd,
      env,
      // A group of its own: Ctrl-C reaches the launcher alone, which stops everything in order.
      detached: true,
      stdio: ['ignore', log, log],
      ...(uid === undefined ? {} : { uid, gid }),
    })
    closeSync(log)
    const { pid } = child
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('exit', (code, signal) => {
        if (pid !== undefined) forget(pid)
        resolve(signal ?? texts.endedWith(`exit code ${code}`))
      })
    })
    if (pid !== undefined) {
      current = session.guard.track({
        name: spec.title,
        pid,
        order: spec.order,
        signal: spec.stopSignal,
        limitMs: spec.stopLimitMs,
      })
      spec.onPid?.(pid)
    }
    const failure = await waitForReady(ended)
    return { ended, failure, output: lastLines(readFrom(spec.logFile, position), 20) }
  }

  /** What the process left in its group goes with it. */
  function forget(pid: number): void {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // Nothing was left.
    }
    session.guard.untrack(pid)
    if (current?.pid === pid) current = undefined
  }

  async function waitForReady(ended: Promise<string>): Promise<string | undefined> {
    const isOver = new AbortController()
    const how = ended.then((text) => {
      isOver.abort()
      return text
    })
    const signal = AbortSignal.any([isOver.signal, session.signal])
    if (await waitUntil(spec.isReady, { limitMs: spec.readyLimitMs, signal })) return undefined
    session.throwIfStopping()
    if (isOver.signal.aborted) return await how
    if (current) await stopProcesses([current])
    return texts.notReadyAfter(Math.round(spec.readyLimitMs / 1000))
  }

  async function keepAlive(launched: Launched): Promise<void> {
    let failures = 0
    for (;;) {
      const readyAt = Date.now()
      const how = await launched.ended
      if (session.signal.aborted) return
      const isWanted = changes.hasNews()
      if (!isWanted) session.progress.say(texts.endedUnexpectedly(spec.title, how))
      if (isWanted || Date.now() - readyAt > WELL_AFTER_MS) failures = 0
      for (;;) {
        await changes.wait(restartDelay(failures))
        session.throwIfStopping()
        launched = await launch().catch(asFailure)
        failures++
        if (launched.failure === undefined) break
        if (failures === (spec.watchedPaths ? 1 : HOPELESS_AFTER))
          session.progress.say(texts.keepsFailing(spec.title, failures, launched.output))
      }
      if (current) session.progress.say(texts.isBack(spec.title, current.pid))
    }
  }

  const first = await launch()
  if (first.failure !== undefined) {
    session.running.delete(tracked)
    throw ExpectedFailure.from(texts.didNotStart(spec.title, first.failure, first.output, spec.logFile))
  }
  watchSources(spec.watchedPaths ?? [], session.signal, (file) => {
    session.progress.say(texts.reloading(spec.title, file))
    changes.tell()
    if (current) void stopProcesses([current])
  })
  keepAlive(first).catch((error: unknown) => {
    if (!session.signal.aborted) session.progress.say(texts.failure(String(error)))
  })
}
