import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import type { MediaFile } from '../../contracts/mediaFile.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { Finding } from '../../import/convert/finding.ts'
import { baseOf } from '../../import/plan/paths.ts'
import { ImportProblems } from '../../import/plan/importProblems.ts'
import type { ImportPlan } from '../../import/plan/types.ts'
import type { Source } from '../../import/source/source.ts'
import { AppError } from '../../errors/AppError.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import type { Media } from '../../payload-types.ts'

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

const describe = (error: unknown, req: PayloadRequest): string => {
  if (!(error instanceof AppError) || !error.isPublic) throw error
  return translate(localeFrom(req.i18n.language), `error.${error.code}`, error.details as never)
}

/**
 * Keeps the files of a plan as the person's media; what they have already is taken again. Each file is a
 * transaction of its own: `created` names those to be deleted when the rest fails.
 * @throws {ImportProblems} naming every file that is refused
 */
export const importMedia = async (options: {
  req: PayloadRequest
  source: Source
  media: ImportPlan['media']
  created: string[]
  onProgress?: (done: number, total: number) => void
}): Promise<Map<string, StoredMedia>> => {
  const { req, source, media, created, onProgress } = options
  const stored = new Map<string, StoredMedia>()
  const problems: Finding[] = []
  let done = 0
  for (const [path, { alt }] of media) {
    const data = await source.files.get(path)!.read()
    const sourceHash = createHash('sha256').update(data).digest('hex')
    const known = await findStored(req, sourceHash)
    if (known) stored.set(path, known)
    else
      try {
        const doc = (await req.payload.create({
          collection: slugs.media,
          data: { alt: alt.slice(0, 300) },
          file: { data, mimetype: 'application/octet-stream', name: baseOf(path), size: data.length },
          overrideAccess: false,
          user: req.user,
          req: { ...req, file: undefined, context: { ...req.context, sourceHash } },
        })) as Media
        created.push(doc.id)
        stored.set(path, { id: doc.id, kind: doc.kind ?? 'file' })
      } catch (error) {
        problems.push({ code: 'mediaRefused', file: path, line: null, what: describe(error, req) })
        if (problems.length >= maxProblems) break
      }
    onProgress?.(++done, media.size)
  }
  if (problems.length > 0) throw new ImportProblems(problems)
  return stored
}
