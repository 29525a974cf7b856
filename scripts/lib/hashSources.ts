import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Tests are in no build; and Next writes into the compiler settings that it is given. */
const IGNORED = /(\.test\.tsx?|^tsconfig\.json)$/

/** The same sources give the same hash, wherever they lie. */
export function hashSources(root: string, paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((entry) => listFiles(root, entry)).sort()) {
    hash.update(`${path.split(sep).join('/')}\0`)
    hash.update(readFileSync(join(root, path)))
    hash.update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}

function listFiles(root: string, path: string): string[] {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !IGNORED.test(entry.name))
    .map((entry) => join(path, entry.parentPath.slice(full.length), entry.name))
}
