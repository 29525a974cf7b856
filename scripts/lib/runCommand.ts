import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedFailure } from './expectedFailure.mjs'
import { createProgress, type Progress } from './progress.mjs'
import { projectRoot } from './projectRoot.ts'
import { startGuard, type Guard } from './startGuard.mjs'
import { stopProcesses, type TrackedProcess } from './stopProcesses.mjs'
import { texts } from './texts.mjs'
import { watchParents } from './watchParents.mjs'

/** A second Ctrl-C counts as one only after this: a terminal's and npm's copy of the first arrive together. */
const SAME_KEYSTROKE_MS = 500

/** What a command shares with everything it starts. */
export interface Session {
  progress: Progress
  guard: Guard
  /** Aborted as soon as the command is to end. */
  signal: AbortSignal
  /** Long-running processes; they are stopped by their order. */
  running: Set<() => TrackedProcess | undefined>
  /** Runs after all processes have stopped, the last added first. */
  onStopped: (clean: () => Promise<void> | void) => void
  /** Resolves when somebody asks to stop. */
  stopRequested: Promise<void>
  /** Throws if the command is to end. */
  throwIfStopping: () => void
}

interface CommandOptions {
  /** Ignore .env (npm test must not see the settings of the stack beside it). */
  isIsolated?: boolean
  /** Where progress and failures are shown, when the output is for a program. */
  stream?: NodeJS.WriteStream
}

/** The frame of every command: settings, signals, expected failures as sentences, and nothing left behind. */
export async function runCommand(
  main: (session: Session, args: string[]) => Promise<number | void>,
  { isIsolated = false, stream = process.stdout }: CommandOptions = {},
): Promise<void> {
  const envFile = join(projectRoot, '.env')
  if (!isIsolated && existsSync(envFile)) process.loadEnvFile(envFile)
  const progress = createProgress(stream)
  const stopping = new AbortController()
  const requested = Promise.withResolvers<void>()
  const cleaners: (() => Promise<void> | void)[] = []
  const guard = startGuard()
  let askedAt = 0
  let isForced = false

  const requestStop = (text: string) => {
    if (askedAt > 0) {
      isForced ||= Date.now() - askedAt > SAME_KEYSTROKE_MS
      return
    }
    askedAt = Date.now()
    progress.say(text)
    stopping.abort()
    requested.resolve()
  }
  process.on('SIGINT', () => requestStop(texts.stopping))
  process.on('SIGTERM', () => requestStop(texts.stopping))
  watchParents(() => requestStop(texts.parentGone))

  const session: Session = {
    progress,
    guard,
    signal: stopping.signal,
    running: new Set(),
    onStopped: (clean) => cleaners.unshift(clean),
    stopRequested: requested.promise,
    throwIfStopping() {
      if (stopping.signal.aborted) throw new ExpectedFailure(texts.interrupted, undefined, { exitCode: 130 })
    },
  }

  let exitCode: number
  try {
    exitCode = (await main(session, process.argv.slice(2))) ?? 0
  } catch (error) {
    exitCode = error instanceof ExpectedFailure ? error.exitCode : 1
    if (!stopping.signal.aborted) progress.say(describe(error))
    else if (exitCode !== 130) exitCode = 130
  }
  stopping.abort()
  const processes = [...session.running].map((current) => current()).filter((entry) => entry !== undefined)
  await stopProcesses(processes, { isForced: () => isForced })
  for (const clean of cleaners) await clean()
  if (askedAt > 0 && processes.length > 0) progress.say(texts.stopped)
  guard.dismiss()
  process.exit(exitCode)
}

/** A full disk can show up anywhere; everything else that is not expected is a defect and keeps its stack. */
function describe(error: unknown): string {
  if (error instanceof ExpectedFailure) return texts.failure(error.message, error.advice)
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
    const { what, advice } = texts.diskFull((error as NodeJS.ErrnoException).path ?? projectRoot, 0, 300)
    return texts.failure(what, advice)
  }
  return texts.failure(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
