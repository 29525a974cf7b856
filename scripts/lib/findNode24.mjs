import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { ExpectedFailure } from './expectedFailure.mjs'
import { lastLines, runTool } from './runTool.mjs'
import { texts } from './texts.mjs'

/**
 * The path and version of a Node 24. The running one if it is new enough; else the one that npm keeps: npx
 * only tells where it lies, and it is then started directly, so that signals and exit codes have no
 * go-between.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {() => import('./startGuard.mjs').Guard} options.getGuard
 * @param {AbortSignal} options.signal
 * @returns {Promise<{ path: string, version: string, isSelf: boolean }>}
 */
export async function findNode24({ root, progress, getGuard, signal }) {
  if (majorOf(process.version) >= 24)
    return { path: process.execPath, version: process.version, isSelf: true }

  const remembered = tryNode(readPath(memoryIn(root)))
  if (remembered) return remembered

  const step = progress.step(texts.gettingNode(process.version))
  const result = await runTool('npx', ['-y', '-p', 'node@24', '--', 'node', '-p', 'process.execPath'], {
    cwd: root,
    guard: getGuard(),
    signal,
  })
  if (signal.aborted) throw new ExpectedFailure(texts.interrupted, undefined, { exitCode: 130 })
  const found = result.code === 0 ? tryNode(result.stdout.trim().split('\n').at(-1)) : undefined
  if (!found) {
    step.fail()
    throw ExpectedFailure.from(
      result.isMissing ? texts.npmMissing : texts.nodeFailed(lastLines(result.output)),
    )
  }
  step.done(texts.gotNode(found.version))
  return found
}

/**
 * Spares the next start the question to npm. Called after the installation, which empties node_modules.
 *
 * @param {string} root
 * @param {string} path
 */
export function rememberNode24(root, path) {
  const memory = memoryIn(root)
  if (readPath(memory) === path) return
  try {
    mkdirSync(dirname(memory), { recursive: true })
    writeFileSync(memory, path)
  } catch {
    // Only a shortcut.
  }
}

/** @param {string} root */
function memoryIn(root) {
  return join(root, 'node_modules', '.cache', 'gongbu', 'node24')
}

/** @param {string} file */
function readPath(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** @param {string | undefined} path */
function tryNode(path) {
  if (!path) return undefined
  try {
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()
    return majorOf(version) >= 24 ? { path, version, isSelf: false } : undefined
  } catch {
    return undefined
  }
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.replace('v', '').split('.')[0])
}
