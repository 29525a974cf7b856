import type { PayloadRequest } from 'payload'

import type { MediaFile } from '../../contracts/mediaFile.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { ReleaseStep } from '../../lesson/engine/release.ts'
import type { Course, Media } from '../../payload-types.ts'
import { stepMedia } from '../../releases/stepMedia.ts'
import { idOf } from '../idOf.ts'
import { isUuid } from '../isUuid.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { toMediaFile } from '../media/toMediaFile.ts'

/**
 * Files of the course's authors, those that an administrator put into the course, and those that its learners see
 * already: the course may have been somebody else's then.
 */
const isOwn = async (req: PayloadRequest, course: Course, files: Media[]) => {
  const authors = [course.creator, ...(course.coAuthors ?? [])].map(idOf)
  const releaseId = idOf(course.currentRelease)
  const shown = releaseId === null ? undefined : await loadRelease(req.payload.db.pool, releaseId)
  const others = [...new Set(files.map(({ creator }) => idOf(creator)))].filter(
    (id) => id !== null && !authors.includes(id),
  )
  const { docs: admins } =
    others.length === 0
      ? { docs: [] }
      : await req.payload.find({
          collection: slugs.users,
          where: { and: [{ id: { in: others } }, { role: { equals: 'admin' } }] },
          pagination: false,
          req,
        })
  const allowed = new Set<string | null>([...authors, ...admins.map(({ id }) => id)])
  return ({ id, creator }: Media): boolean => allowed.has(idOf(creator)) || shown?.media[id] !== undefined
}

/**
 * The files that the steps and the bot's profile use, by id. One that is gone, that is somebody else's or that was never
 * looked through is left out: to learners there is no such file, and the gate says so.
 */
export const collectMedia = async (options: {
  req: PayloadRequest
  course: Course
  steps: ReleaseStep[]
  pictureId?: string | null
}): Promise<Record<string, MediaFile>> => {
  const { req, course, steps, pictureId } = options
  const ids = [...new Set([...steps.flatMap(stepMedia), pictureId ?? ''])].filter(isUuid)
  if (ids.length === 0) return {}
  const { docs } = await req.payload.find({
    collection: slugs.media,
    where: { id: { in: ids } },
    pagination: false,
    req,
  })
  const own = docs.filter(await isOwn(req, course, docs))
  const files = own.flatMap((media) => toMediaFile(media) ?? [])
  return Object.fromEntries(files.map((file) => [file.id, file]))
}
