import { stat } from 'node:fs/promises'
import path from 'node:path'

import { openPromise, type Entry, type ZipFile } from 'yauzl'

import { isHidden } from './isHidden.ts'
import { createSourceFile, sourceLimits, type Source, type SourceFile } from './source.ts'
import { SourceError } from './sourceError.ts'

const encryptedFlag = 0x1

const openZip = async (file: string, called: string): Promise<ZipFile> => {
  try {
    return await openPromise(file, { autoClose: false, strictFileNames: true, validateEntrySizes: true })
  } catch (cause) {
    throw new SourceError('notZip', called, { cause })
  }
}

/** What the library says of a name that leads out of the archive. */
const unsafe = /relative path|absolute path|invalid characters in fileName/i

const readEntries = async (zip: ZipFile): Promise<Entry[]> => {
  const entries: Entry[] = []
  let bytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize
      if ((entry.generalPurposeBitFlag & encryptedFlag) !== 0)
        throw new SourceError('zipEncrypted', entry.fileName)
      if (entry.uncompressedSize > sourceLimits.fileBytes || bytes > sourceLimits.totalBytes)
        throw new SourceError('sourceTooLarge', entry.fileName)
      if (entries.push(entry) > sourceLimits.files)
        throw new SourceError('tooManyFiles', String(sourceLimits.files))
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new SourceError(unsafe.test(what) ? 'zipUnsafePath' : 'zipBroken', what, { cause })
  }
  return entries
}

/** Its bytes; a reader of them sees what is wrong with the archive as an error of the stream. */
async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    yield* await zip.openReadStreamPromise(entry)
  } catch (cause) {
    throw new SourceError('zipBroken', entry.fileName, { cause })
  }
}

/** The one folder that everything stands in, as GitHub's archives have it. */
const commonFolder = (paths: string[]): string => {
  const [first = ''] = paths
  const folder = first.slice(0, first.indexOf('/') + 1)
  return folder !== '' && paths.every((name) => name.startsWith(folder)) ? folder : ''
}

/** Nothing is unpacked to the disk; entries are read one by one, when they are asked for. */
export const readZip = async (file: string, called = path.basename(file)): Promise<Source> => {
  const { size } = await stat(file)
  if (size > sourceLimits.archiveBytes) throw new SourceError('sourceTooLarge', called)
  const zip = await openZip(file, called)
  try {
    const entries = (await readEntries(zip)).filter(
      ({ fileName }) => !fileName.endsWith('/') && !isHidden(fileName),
    )
    const folder = commonFolder(entries.map(({ fileName }) => fileName))
    const files = new Map<string, SourceFile>()
    for (const entry of entries) {
      const name = entry.fileName.slice(folder.length)
      files.set(
        name,
        createSourceFile(name, entry.uncompressedSize, () => readEntry(zip, entry)),
      )
    }
    const name = folder.slice(0, -1) || path.basename(called, path.extname(called))
    return { name, files, close: async () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}
