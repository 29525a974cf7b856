import { renameSync, writeFileSync } from 'node:fs'

/** A reader finds the old text or the new one, never half of it. */
export function writeFileAtomic(path: string, text: string, mode = 0o600): void {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, text, { mode })
  renameSync(temporary, path)
}
