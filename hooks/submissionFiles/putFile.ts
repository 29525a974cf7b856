import { copyFile, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'

import type { CollectionBeforeChangeHook } from 'payload'

import type { KeptFile } from '../../src/operations/submissionFiles/keptFile.ts'

/**
 * Puts a file's bytes where they are kept. Payload's own way there would write moving pictures anew and refuse
 * what it cannot read, so it is told of no file until it is past that.
 */
export const putFile: CollectionBeforeChangeHook = async ({ collection, context, data, req }) => {
  const kept = context.keptFile as KeptFile | undefined
  if (kept === undefined) return data
  const { path: from, filename, mimeType } = kept
  const { size } = await stat(from)
  const { staticDir = '', disableLocalStorage } = collection.upload
  if (disableLocalStorage !== true) {
    await mkdir(staticDir, { recursive: true })
    await copyFile(from, path.join(staticDir, filename))
  }
  // What the storage plugin uploads, after the row is written.
  req.file = { data: Buffer.alloc(0), mimetype: mimeType, name: filename, size, tempFilePath: from }
  return { ...data, filename, mimeType, filesize: size }
}
