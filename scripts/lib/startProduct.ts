import { join } from 'node:path'
import { answersOk } from './answersOk.ts'
import type { DataDir } from './createDataDir.ts'
import { projectRoot } from './projectRoot.ts'
import { quickImports } from './quickImports.ts'
import type { Settings } from './readSettings.ts'
import type { Session } from './runCommand.ts'
import type { RunFileWriter } from './runFile.ts'
import { stopOrder, superviseProcess } from './superviseProcess.ts'
import { texts } from './texts.mjs'

type ProductProcess = 'web' | 'runner' | 'emulator'

interface ProductOptions {
  session: Session
  settings: Settings
  dataDir: DataDir
  runFile: RunFileWriter
  env: NodeJS.ProcessEnv
}

const entries: Record<ProductProcess, string> = {
  web: 'src/server.ts',
  runner: 'bot-runner/src/main.ts',
  emulator: 'telegram-emulator/src/main.ts',
}

/** What each of them is made of besides the dependencies: a change there restarts it in development. */
const sources: Record<ProductProcess, string[]> = {
  web: ['src', 'collections', 'hooks', 'payload.config.ts', 'next.config.ts'],
  runner: ['bot-runner/src', 'src/contracts', 'src/lesson'],
  emulator: ['telegram-emulator/src'],
}

/** Starts one of the product's own processes and keeps it running. */
export async function startProduct(name: ProductProcess, options: ProductOptions): Promise<void> {
  const { session, settings, dataDir, runFile, env } = options
  const local = `http://127.0.0.1:${settings.ports[name]}`
  const ready = { web: '/readyz', runner: '/readyz', emulator: '/emulator/health' }[name]
  const url = settings.urls[name] ?? local
  const step = session.progress.step(texts.starting(texts.process[name]))
  try {
    await superviseProcess(
      {
        title: texts.process[name],
        order: stopOrder[name],
        command: process.execPath,
        args: ['--import', quickImports, join(projectRoot, entries[name])],
        cwd: projectRoot,
        env,
        logFile: join(dataDir.logs, `${name}.log`),
        stopSignal: 'SIGTERM',
        stopLimitMs: 15_000,
        // A web process may have long migrations to run.
        readyLimitMs: name === 'web' ? 180_000 : 60_000,
        isReady: () => answersOk(`${local}${ready}`),
        watchedPaths: settings.isDev ? sources[name] : undefined,
        onPid: (pid) => runFile.setProcess(name, pid, url),
      },
      session,
    )
  } catch (error) {
    if (!session.signal.aborted) step.fail()
    throw error
  }
  step.done(texts.processReady(name, url))
}
