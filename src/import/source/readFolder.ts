import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

import { isHidden } from './isHidden.ts'
import { createSourceFile, sourceLimits, type Source, type SourceFile } from './source.ts'
import { SourceError } from './sourceError.ts'

async function* readPieces(file: string, called: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file)
  } catch (cause) {
    throw new SourceError('fileUnreadable', called, { cause })
  }
}

/** Symbolic links are passed over: they may lead out of the folder. */
export const readFolder = async (location: string): Promise<Source> => {
  const root = path.resolve(location)
  const files = new Map<string, SourceFile>()
  let bytes = 0

  const walk = async (directory: string): Promise<void> => {
    const entries = await readdir(path.join(root, directory), { withFileTypes: true }).catch((cause) => {
      throw new SourceError('fileUnreadable', directory || location, { cause })
    })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const relative = path.posix.join(directory, entry.name)
      if (isHidden(relative)) continue
      if (entry.isDirectory()) await walk(relative)
      else if (entry.isFile()) {
        const file = path.join(root, relative)
        const { size } = await stat(file)
        bytes += size
        files.set(
          relative,
          createSourceFile(relative, size, () => readPieces(file, relative)),
        )
        if (files.size > sourceLimits.files) throw new SourceError('tooManyFiles', String(sourceLimits.files))
        if (bytes > sourceLimits.totalBytes) throw new SourceError('sourceTooLarge', relative)
      }
    }
  }

  await walk('')
  return { name: path.basename(root), files, close: async () => {} }
}
