import type { CollectionBeforeChangeHook } from 'payload'

import { hashFile } from '../../src/operations/media/hashFile.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { PreparedUpload } from '../../src/operations/media/prepareUpload.ts'
import { requireSpace } from '../../src/operations/media/requireSpace.system.ts'
import type { Media } from '../../src/payload-types.ts'

/** Writes down what was found out about the file that is about to be kept. */
export const describeFile: CollectionBeforeChangeHook<Media> = async ({ data, originalDoc, req }) => {
  const prepared = req.context.preparedUpload as PreparedUpload | undefined
  const path = req.file?.tempFilePath
  if (prepared === undefined || path === undefined) return data
  const creatorId = idOf(data.creator ?? originalDoc?.creator)
  if (creatorId !== null)
    await requireSpace({ req, creatorId, bytes: data.filesize ?? 0, mediaId: originalDoc?.id })
  const { kind, duration, originalName, width, height } = prepared
  const { sourceHash } = req.context
  return {
    ...data,
    sourceHash: typeof sourceHash === 'string' ? sourceHash : null,
    kind,
    duration,
    originalName,
    width: data.width ?? width,
    height: data.height ?? height,
    // Of the file as Payload is going to store it: moving pictures it writes once more.
    hash: await hashFile(path),
  }
}
