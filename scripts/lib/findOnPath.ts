import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of the programs that is on the PATH. */
export function findOnPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name)
      try {
        accessSync(path, constants.X_OK)
        return path
      } catch {
        // Not in this one.
      }
    }
  }
  return undefined
}
