import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedFailure } from './expectedFailure.mjs'
import { isInstallCurrent } from './isInstallCurrent.mjs'
import { requireDiskSpace } from './requireDiskSpace.mjs'
import { lastLines, runTool } from './runTool.mjs'
import { texts } from './texts.mjs'

/**
 * Runs `npm ci` unless node_modules already is what package-lock.json says, installed for this Node.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.nodeVersion of the Node that will run the product, 'v24.1.0'
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {() => import('./startGuard.mjs').Guard} options.getGuard
 * @param {AbortSignal} options.signal
 */
export async function installDependencies({ root, nodeVersion, env, progress, getGuard, signal }) {
  const stampFile = join(root, 'node_modules', '.gongbu-install')
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lockText).digest('hex')
  const major = nodeVersion.split('.')[0]
  const stamp = `${hash} ${major}\n`
  const known = readText(stampFile)
  if (known === stamp) return
  // Installed by hand (npm install, npm ci): nothing to repeat, unless it was for another Node.
  const isOtherNode = known !== undefined && known.trim().split(' ')[1] !== major
  if (!isOtherNode && isTreeCurrent(root, lockText)) return writeFileSync(stampFile, stamp)

  requireDiskSpace(root, 2_000)
  const step = progress.step(texts.installing)
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const guard = getGuard()
  const settings = await machineSettings()
  const result = await runTool('npm', args, { cwd: root, env: { ...settings, ...env }, guard, signal })
  if (signal.aborted) throw new ExpectedFailure(texts.interrupted, undefined, { exitCode: 130 })
  if (result.code === 0) {
    writeFileSync(stampFile, stamp)
    return step.done(texts.installed)
  }
  step.fail()
  throw ExpectedFailure.from(
    result.isMissing ? texts.npmMissing : texts.installFailed(lastLines(result.output)),
  )
}

/**
 * npm looks for the machine's settings (a proxy, a certificate) beside the Node that runs it, and that may be
 * another one now: they stay those of the machine's own.
 */
async function machineSettings() {
  const { code, stdout } = await runTool('npm', ['config', 'get', 'globalconfig'])
  return code === 0 ? { npm_config_globalconfig: stdout.trim() } : {}
}

/** @param {string} root @param {string} lockText */
function isTreeCurrent(root, lockText) {
  const installed = readText(join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return false
  return isInstallCurrent(JSON.parse(lockText).packages, JSON.parse(installed).packages)
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
