import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { Course, Release } from '../../payload-types.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { hashContent } from '../../releases/hashContent.ts'
import { scheduleHash } from '../../releases/scheduleHash.ts'
import { replanCourse } from '../learners/replanCourse.system.ts'

/** One that is published, and so has a number. */
export type PublishedRelease = Release & { number: number }

/**
 * The next release of a locked course, or its newest one when nothing has changed since. Learners who wait for steps are
 * reckoned anew where it opens them by other rules or another schedule.
 */
export const createRelease = async (options: {
  req: PayloadRequest
  course: Course
  content: ReleaseContent
}): Promise<PublishedRelease> => {
  const { req, course, content } = options
  const { docs } = await req.payload.find({
    collection: slugs.releases,
    where: { and: [{ course: { equals: course.id } }, { isPreview: { equals: false } }] },
    sort: '-number',
    limit: 1,
    pagination: false,
    req,
  })
  const newest = docs[0] as PublishedRelease | undefined
  const contentHash = hashContent(content)
  if (newest?.contentHash === contentHash) return newest
  const release = (await req.payload.create({
    collection: slugs.releases,
    data: {
      course: course.id,
      number: (newest?.number ?? 0) + 1,
      isPreview: false,
      stepsCount: content.steps.length,
      publishedBy: req.user ? String(req.user.id) : null,
      contentHash,
      content: content as unknown as Record<string, unknown>,
    },
    req,
  })) as PublishedRelease
  const schedule = scheduleHash(content)
  // As late as can be: its learners cannot act until the transaction ends.
  if (newest && schedule !== null && schedule !== scheduleHash(newest.content as unknown as ReleaseContent))
    await replanCourse(req, course.id)
  return release
}
