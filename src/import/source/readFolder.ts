import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import { isHidden } from './isHidden.ts'
import { sourceLimits, type Source, type SourceFile } from './source.ts'
import { SourceError } from './sourceError.ts'

/** Symbolic links are passed over: they may lead out of the folder. */
export const readFolder = async (folder: string): Promise<Source> => {
  const root = path.resolve(folder)
  const files = new Map<string, SourceFile>()
  let bytes = 0

  const walk = async (directory: string): Promise<void> => {
    const entries = await readdir(path.join(root, directory), { withFileTypes: true })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const relative = path.posix.join(directory, entry.name)
      if (isHidden(relative)) continue
      if (entry.isDirectory()) await walk(relative)
      else if (entry.isFile()) {
        const file = path.join(root, relative)
        const { size } = await stat(file)
        bytes += size
        files.set(relative, { path: relative, bytes: size, read: () => readFile(file) })
        if (files.size > sourceLimits.files) throw new SourceError('tooManyFiles', String(sourceLimits.files))
        if (bytes > sourceLimits.totalBytes) throw new SourceError('sourceTooLarge', relative)
      }
    }
  }

  await walk('')
  return { name: path.basename(root), files, close: async () => {} }
}
