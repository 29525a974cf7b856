import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Every file that is kept for this installation, those on their way included. */
export const mediaOnDisk = async (): Promise<string[]> => {
  const found = await readdir(process.env.MEDIA_DIR ?? '', { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}
