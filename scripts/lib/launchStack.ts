import { buildWeb } from './buildWeb.ts'
import { claimDataDir } from './claimDataDir.ts'
import { ensureAccounts } from './ensureAccounts.ts'
import { loadSecrets } from './loadSecrets.ts'
import { makeDemo, type DemoLink } from './makeDemo.ts'
import { makePlatformBot } from './makePlatformBot.ts'
import { processEnv } from './processEnv.ts'
import { readSettings } from './readSettings.ts'
import { requireFreePorts } from './requireFreePorts.ts'
import type { Session } from './runCommand.ts'
import { createRunFile } from './runFile.ts'
import { showPanel } from './showPanel.ts'
import { startProduct } from './startProduct.ts'
import { startServices } from './startServices.ts'
import { texts } from './texts.mjs'

interface LaunchOptions {
  isDev: boolean
  isLive: boolean
}

/** Brings the whole stack up, shows the panel and stays until somebody asks to stop. */
export async function launchStack(session: Session, options: LaunchOptions): Promise<void> {
  const settings = readSettings(process.env, options)
  const dataDir = await claimDataDir(session)
  await requireFreePorts(settings)
  const runFile = createRunFile(dataDir.file('run.json'), settings.urls)
  session.guard.removeAtDeath(dataDir.file('run.json'))
  session.onStopped(runFile.remove)
  const secrets = loadSecrets(dataDir.file('secrets.json'))
  const { urls, isLive, isDev, external } = settings
  const common = { session, settings, dataDir, runFile }
  const envWith = (services: { databaseUrl: string; redisUrl: string }, nextDistDir?: string) =>
    processEnv({ base: process.env, settings, services, secrets: secrets.values, dataDir, nextDistDir })

  // The build takes the longest by far; what does not depend on it comes up meanwhile.
  const [services, nextDistDir] = await Promise.all([
    startServices({
      ...{ dataDir, session, secrets, external, cacheDir: dataDir.cache },
      onPid: runFile.setProcess,
    }),
    isDev ? undefined : buildWeb(session),
    isLive
      ? undefined
      : startProduct('emulator', { ...common, env: envWith({ databaseUrl: '', redisUrl: '' }) }),
  ])
  runFile.set({ databaseUrl: services.databaseUrl, redisUrl: services.redisUrl })
  const env = envWith(services, nextDistDir)
  await startProduct('web', { ...common, env })
  const platformBotToken =
    urls.emulator === undefined
      ? process.env.PLATFORM_BOT_TOKEN
      : await makePlatformBot(urls.emulator, secrets)
  const runnerEnv = { ...env, ...(platformBotToken ? { PLATFORM_BOT_TOKEN: platformBotToken } : {}) }
  const [credentials] = await Promise.all([
    ensureAccounts(session, urls.web, env),
    startProduct('runner', { ...common, env: runnerEnv }),
  ])

  let demoLinks: DemoLink[] = []
  if (urls.emulator !== undefined) {
    const step = session.progress.step(texts.demo)
    const { creator } = credentials
    try {
      demoLinks = await makeDemo({ webUrl: urls.web, emulatorUrl: urls.emulator, creator, session, env })
      step.done(texts.demoReady)
    } catch (error) {
      session.throwIfStopping()
      // The stack is up and useful without it.
      step.fail(texts.demoFailed(error instanceof Error ? error.message : String(error)))
    }
  }
  showPanel({ session, settings, credentials, demoLinks, credentialsFile: dataDir.file('credentials.json') })
  await session.stopRequested
}
