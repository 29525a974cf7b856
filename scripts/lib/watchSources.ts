import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.ts'

const TOGETHER_MS = 200
const SOURCE = /\.(ts|mjs|json|ftl)$/
/** Tests run in no process, pages are reloaded by Next itself, and a development server writes types. */
const IGNORED = /\.test\.ts$|^src\/(app|admin)\/|^src\/payload-types\.ts$/

/** Does a change of this file (relative to the project) ask for a restart? */
export function isWatched(file: string): boolean {
  return SOURCE.test(file) && !IGNORED.test(file)
}

/** Calls back once after each burst of changes below the paths. */
export function watchSources(paths: string[], signal: AbortSignal, onChange: (file: string) => void): void {
  let timer: NodeJS.Timeout | undefined
  for (const path of paths.filter((entry) => existsSync(join(projectRoot, entry)))) {
    const full = join(projectRoot, path)
    const watcher = watch(full, { recursive: true, signal }, (_event, name) => {
      const file = name === null || full.endsWith(name) ? path : join(path, name)
      if (!isWatched(file)) return
      clearTimeout(timer)
      timer = setTimeout(() => onChange(file), TOGETHER_MS)
    })
    // A folder that disappears under the watcher is no reason to end.
    watcher.on('error', () => {})
  }
}
