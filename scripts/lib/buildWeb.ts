import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildEnv } from './buildEnv.ts'
import { ExpectedFailure } from './expectedFailure.mjs'
import { hashSources } from './hashSources.ts'
import { processIdentity } from './processIdentity.mjs'
import { projectRoot } from './projectRoot.ts'
import { pruneBuilds } from './pruneBuilds.ts'
import { requireDiskSpace } from './requireDiskSpace.mjs'
import type { Session } from './runCommand.ts'
import { lastLines, runTool } from './runTool.mjs'
import { takeLock } from './takeLock.ts'
import { texts } from './texts.mjs'
import { tool } from './tool.ts'
import { waitUntil } from './waitUntil.ts'
import { withoutProductVariables } from './withoutProductVariables.ts'

const SOURCES = ['src', 'collections', 'hooks', 'public', 'payload.config.ts', 'next.config.ts']
const SETTINGS = ['package-lock.json', 'tsconfig.json']
const TSCONFIGS = ['tsconfig.json', 'src/app/tsconfig.json']
/** Next writes its own BUILD_ID before it has finished. */
const COMPLETE = 'gongbu-complete'
const LIMIT_MS = 10 * 60_000

/**
 * Builds the Next part of the web process unless these very sources have been built before. Each state of the
 * sources has a folder of its own, so that a build never pulls the ground from under a running stack.
 *
 * @param distDir another folder than that of the sources' hash, for an image that is built once
 * @returns the folder, relative to the project: the value of NEXT_DIST_DIR
 */
export async function buildWeb(session: Session, distDir = hashedDir()): Promise<string> {
  const folder = join(projectRoot, distDir)
  const marker = join(folder, COMPLETE)
  mkdirSync(join(projectRoot, '.next'), { recursive: true })
  let release = takeLock(`${folder}.lock`)
  if (!release) {
    const step = session.progress.step(texts.waitingForBuild)
    const isFree = () => (release = takeLock(`${folder}.lock`)) !== undefined
    await waitUntil(isFree, { limitMs: LIMIT_MS, periodMs: 300, signal: session.signal })
    session.throwIfStopping()
    step.done(texts.otherBuildEnded)
  }
  try {
    if (!existsSync(marker)) await build(session, distDir, marker)
    markAsUsed(session, folder)
    pruneBuilds(join(projectRoot, '.next'), COMPLETE)
  } finally {
    release?.()
  }
  return distDir
}

const hashedDir = () => join('.next', hashSources(projectRoot, [...SOURCES, ...SETTINGS]))

async function build(session: Session, distDir: string, marker: string): Promise<void> {
  requireDiskSpace(projectRoot, 2_000)
  const step = session.progress.step(texts.building)
  rmSync(join(projectRoot, distDir), { recursive: true, force: true })
  const settings = TSCONFIGS.map((file) => join(projectRoot, file)).filter((file) => existsSync(file))
  const before = settings.map((file) => readFileSync(file))
  const result = await runTool(tool('next'), ['build'], {
    cwd: projectRoot,
    env: {
      ...withoutProductVariables(process.env),
      ...buildEnv,
      NODE_ENV: 'production',
      NO_COLOR: '1',
      NEXT_DIST_DIR: distDir,
    },
    guard: session.guard,
    signal: session.signal,
  })
  // Next adds each build's folder to the compiler settings, which are committed.
  for (const [index, file] of settings.entries()) {
    const text = before[index]
    if (text && !readFileSync(file).equals(text)) writeFileSync(file, text)
  }
  session.throwIfStopping()
  if (result.code !== 0) {
    step.fail()
    throw ExpectedFailure.from(texts.buildFailed(lastLines(result.output, 40)))
  }
  writeFileSync(marker, '')
  step.done(texts.built(distDir))
}

/** The folder stays as long as this process lives, and counts as fresh. */
function markAsUsed(session: Session, folder: string): void {
  const now = new Date()
  utimesSync(join(folder, COMPLETE), now, now)
  const user = join(folder, `in-use-${process.pid}`)
  writeFileSync(user, processIdentity(process.pid) ?? '')
  session.guard.removeAtDeath(user)
  session.onStopped(() => rmSync(user, { force: true }))
}
