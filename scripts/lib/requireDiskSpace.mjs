import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { ExpectedFailure } from './expectedFailure.mjs'
import { texts } from './texts.mjs'

/**
 * @param {string} path need not exist yet
 * @param {number} megabytes
 */
export function requireDiskSpace(path, megabytes) {
  let existing = path
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing)
  const { bavail, bsize } = statfsSync(existing)
  const free = Math.floor((Number(bavail) * Number(bsize)) / 1_048_576)
  if (free >= megabytes) return
  throw ExpectedFailure.from(texts.diskFull(existing, free, megabytes))
}
