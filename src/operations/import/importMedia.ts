import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { PayloadRequest } from 'payload'

import type { MediaFile } from '../../contracts/mediaFile.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { Finding } from '../../import/convert/finding.ts'
import { baseOf } from '../../import/plan/paths.ts'
import { ImportProblems } from '../../import/plan/importProblems.ts'
import type { ImportPlan } from '../../import/plan/types.ts'
import type { Source, SourceFile } from '../../import/source/source.ts'
import { readEnv } from '../../env.ts'
import { AppError } from '../../errors/AppError.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import type { Media } from '../../payload-types.ts'
import { incomingFolder } from '../media/incomingFolder.ts'

export type StoredMedia = { id: string; kind: MediaFile['kind'] }

/** So many refused files are named at once. */
const maxProblems = 50

const findStored = async (req: PayloadRequest, sourceHash: string): Promise<StoredMedia | undefined> => {
  const { docs } = await req.payload.find({
    collection: slugs.media,
    where: { and: [{ sourceHash: { equals: sourceHash } }, { creator: { equals: req.user?.id } }] },
    limit: 1,
    pagination: false,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const [found] = docs as Media[]
  return found && { id: found.id, kind: found.kind ?? 'file' }
}

/** Puts a file where uploads wait to be looked through. */
const fetchFile = async (file: SourceFile, to: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(
    file.stream(),
    async function* (pieces) {
      for await (const piece of pieces) {
        hash.update(piece)
        yield piece
      }
    },
    createWriteStream(to),
  )
  return hash.digest('hex')
}

const describe = (error: unknown, req: PayloadRequest): string => {
  if (!(error instanceof AppError) || !error.isPublic) throw error
  return translate(localeFrom(req.i18n.language), `error.${error.code}`, error.details as never)
}

/**
 * Keeps the files of a plan as the person's media; what they have already is taken again. Each file is a
 * transaction of its own: `created` names those to be deleted when the rest fails.
 * @throws {ImportProblems} naming every file that is refused, unless such losses are forgiven
 */
export const importMedia = async (options: {
  req: PayloadRequest
  source: Source
  media: ImportPlan['media']
  created: string[]
  /** Takes note of what is refused, which is then left out; otherwise it is thrown. */
  losses?: Finding[]
  signal?: AbortSignal
  onProgress?: (done: number, total: number) => void
}): Promise<Map<string, StoredMedia>> => {
  const { req, source, media, created, losses, signal, onProgress } = options
  const stored = new Map<string, StoredMedia>()
  const problems: Finding[] = []
  let done = 0
  const folder = incomingFolder(readEnv().MEDIA_DIR)
  await mkdir(folder, { recursive: true })
  for (const [name, { alt }] of media) {
    signal?.throwIfAborted()
    const file = source.files.get(name)!
    const tempFilePath = path.join(folder, randomUUID())
    try {
      const sourceHash = await fetchFile(file, tempFilePath)
      const known = await findStored(req, sourceHash)
      if (known) stored.set(name, known)
      else {
        const doc = (await req.payload.create({
          collection: slugs.media,
          data: { alt: alt.slice(0, 300) },
          file: {
            ...{ data: Buffer.alloc(0), tempFilePath, size: file.bytes },
            ...{ mimetype: 'application/octet-stream', name: baseOf(name) },
          },
          overrideAccess: false,
          user: req.user,
          req: { ...req, file: undefined, context: { ...req.context, sourceHash } },
        })) as Media
        created.push(doc.id)
        stored.set(name, { id: doc.id, kind: doc.kind ?? 'file' })
      }
    } catch (error) {
      problems.push({ code: 'mediaRefused', file: name, line: null, what: describe(error, req) })
      if (losses === undefined && problems.length >= maxProblems) break
    } finally {
      await rm(tempFilePath, { force: true })
    }
    onProgress?.(++done, media.size)
  }
  if (losses) losses.push(...problems)
  else if (problems.length > 0) throw new ImportProblems(problems)
  return stored
}
