import { stat } from 'node:fs/promises'

import { readFolder } from './readFolder.ts'
import { readZip } from './readZip.ts'
import type { Source } from './source.ts'
import { SourceError } from './sourceError.ts'

/**
 * @param location a folder or a ZIP archive
 * @param name what it is called, when the location does not say (an upload's file)
 * @throws {SourceError} when it is neither, is broken, unsafe or too large
 */
export const openSource = async (location: string, name?: string): Promise<Source> => {
  const found = await stat(location).catch(() => null)
  if (found === null) throw new SourceError('sourceMissing', location)
  const source = found.isDirectory() ? await readFolder(location) : await readZip(location, name)
  if (source.files.size > 0) return source
  await source.close()
  throw new SourceError('sourceEmpty', location)
}
