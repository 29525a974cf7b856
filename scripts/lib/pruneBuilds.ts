import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isSameProcess } from './processIdentity.mjs'

const KEPT = 3
const UNFINISHED_FOR_MS = 60 * 60_000

/** Removes all builds but the three used last, those in use, and those that may still be at work. */
export function pruneBuilds(home: string, marker: string, now = Date.now()): void {
  const builds = readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{12}$/.test(entry.name))
    .map((entry) => join(home, entry.name))
  const finished = builds
    .filter((folder) => existsSync(join(folder, marker)))
    .sort((a, b) => statSync(join(b, marker)).mtimeMs - statSync(join(a, marker)).mtimeMs)
  const abandoned = builds.filter(
    (folder) => !finished.includes(folder) && now - statSync(folder).mtimeMs > UNFINISHED_FOR_MS,
  )
  for (const folder of [...finished.slice(KEPT), ...abandoned]) {
    if (!isInUse(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

function isInUse(folder: string): boolean {
  return readdirSync(folder).some((name) => {
    const pid = /^in-use-(\d+)$/.exec(name)?.[1]
    return pid !== undefined && isSameProcess(Number(pid), readFileSync(join(folder, name), 'utf8'))
  })
}
