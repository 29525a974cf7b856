/**
 * The way in for every npm script: `node scripts/run.mjs <command> [arguments]`. Plain JavaScript that any
 * Node from 20 on understands; it finds a Node 24 and the dependencies, then hands over to
 * scripts/<command>.ts.
 */
/* global AbortController */
import { spawn } from 'node:child_process'
import console from 'node:console'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL, URL } from 'node:url'

const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)))
const [command = '', ...args] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Node ${process.versions.node} is too old. Install Node 20 or newer (24 is best) and try again.`,
  )
  process.exit(1)
}

const { ExpectedFailure } = await import('./lib/expectedFailure.mjs')
const { texts } = await import('./lib/texts.mjs')
const { createProgress } = await import('./lib/progress.mjs')
const { findNode24, rememberNode24 } = await import('./lib/findNode24.mjs')
const { installDependencies } = await import('./lib/installDependencies.mjs')
const { startGuard } = await import('./lib/startGuard.mjs')
const { watchParents, BOOTSTRAP_PID } = await import('./lib/watchParents.mjs')

const script = join(root, 'scripts', `${command}.ts`)
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) {
  console.error(texts.unknownCommand(command))
  process.exit(1)
}

const stopping = new AbortController()
const stop = () => stopping.abort()
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, stop)

/** @type {import('./lib/startGuard.mjs').Guard | undefined} */
let guard
const getGuard = () => (guard ??= startGuard())
// With --json the output is for a program.
const progress = createProgress(args.includes('--json') ? process.stderr : process.stdout)
const common = { root, progress, getGuard, signal: stopping.signal }

try {
  const node = await findNode24(common)
  const env = { ...process.env, PATH: `${dirname(node.path)}${delimiter}${process.env.PATH ?? ''}` }
  await installDependencies({ ...common, nodeVersion: node.version, env })
  guard?.dismiss()
  process.chdir(root)
  if (node.isSelf) {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.off(signal, stop)
    process.env.PATH = env.PATH
    process.argv = [process.execPath, script, ...args]
    await import(pathToFileURL(script).href)
  } else {
    rememberNode24(root, node.path)
    runUnder(node.path, { ...env, [BOOTSTRAP_PID]: String(process.pid) })
  }
} catch (error) {
  guard?.dismiss()
  if (!(error instanceof ExpectedFailure)) throw error
  console.error(texts.failure(error.message, error.advice))
  process.exit(error.exitCode)
}

/**
 * The command as a child: it gets our signals, and we its exit code. Should we die, it notices by itself.
 *
 * @param {string} nodePath
 * @param {NodeJS.ProcessEnv} env
 */
function runUnder(nodePath, env) {
  const child = spawn(nodePath, [script, ...args], { cwd: root, env, stdio: 'inherit' })
  const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.off(signal, stop)
    process.on(signal, forward)
  }
  watchParents((reason) => {
    if (reason === 'SIGHUP') child.kill('SIGHUP')
  })
  child.on('error', (error) => {
    console.error(texts.failure(error.message))
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}
