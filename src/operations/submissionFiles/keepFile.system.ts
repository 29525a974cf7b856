import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'

import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { maxAnswerBytes } from '../../contracts/submission.ts'
import { readEnv } from '../../env.ts'
import type { SubmissionFile } from '../../payload-types.ts'
import { cleanName } from '../media/cleanName.ts'
import { hashFile } from '../media/hashFile.ts'
import { incomingFolder } from '../media/incomingFolder.ts'
import { isProgram } from '../media/isProgram.ts'
import { sniffFile } from '../media/sniffFile.ts'
import { findSubmissionFile } from './findSubmissionFile.system.ts'
import { hasSpaceFor } from './hasSpaceFor.system.ts'
import type { KeptFile } from './keptFile.ts'
import { loseFile } from './loseFile.system.ts'
import { receiveBytes } from './receiveBytes.ts'

const extensionOf = (name: string): string => {
  const extension = path.extname(name).slice(1).toLowerCase()
  return /^[a-z0-9]{1,10}$/.test(extension) ? extension : ''
}

/** What of its bytes is found out before they are kept; null: they are not to be kept. */
const inspect = async (file: SubmissionFile, from: string) => {
  const { mime, extension } = await sniffFile(from)
  const named = extensionOf(file.originalName ?? '')
  if (isProgram(mime, named) || isProgram(mime, extension)) return null
  const kept: KeptFile = { path: from, filename: `${file.id}.${extension}`, mimeType: mime }
  const originalName = cleanName(file.originalName ?? file.kind, named || extension)
  return { kept, data: { originalName, hash: await hashFile(from), state: 'kept' as const } }
}

/**
 * Takes the request's body as the bytes of a file that is waited for, exactly as they are. What is empty, too large, a
 * program, or more than one learner may send is refused, and that is written down. Repeating it changes nothing.
 * @throws {AppError} notFound (404)
 */
export const keepFile = async (options: { req: PayloadRequest; id: string }): Promise<void> => {
  const { req, id } = options
  const { payload } = req
  const file = await findSubmissionFile({ req, id })
  const folder = incomingFolder(readEnv().MEDIA_DIR)
  await mkdir(folder, { recursive: true })
  const from = path.join(folder, randomUUID())
  try {
    const bytes = await receiveBytes(req, from, maxAnswerBytes)
    if (file.state !== 'waiting') return
    const isTaken = bytes > 0 && bytes <= maxAnswerBytes && (await hasSpaceFor({ payload, file, bytes }))
    const found = isTaken ? await inspect(file, from) : null
    if (found === null) return await loseFile({ payload, id, reason: 'refused' })
    await payload.update({
      collection: slugs.submissionFiles,
      id,
      data: found.data,
      context: { keptFile: found.kept },
      req,
    })
  } finally {
    await rm(from, { force: true })
  }
}
