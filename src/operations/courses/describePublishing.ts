import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { checkPublishable } from '../../releases/checkPublishable.ts'
import { describeChanges, type Changes } from '../../releases/describeChanges.ts'
import { hashContent } from '../../releases/hashContent.ts'
import { changedOffer } from '../../releases/offerOf.ts'
import { idOf } from '../idOf.ts'
import { describeProblems, type DescribedProblem } from './describeProblems.ts'
import { findEditableCourse } from './findEditableCourse.ts'
import { ownsCourse } from './ownsCourse.ts'
import { readWorkingCopy } from './readWorkingCopy.ts'

/** What the course's publish panel shows. */
export type PublishingState = {
  isPublished: boolean
  isArchived: boolean
  /** Whether the person who asks may take the course from learners, and back. */
  isOwner: boolean
  release: { number: number; createdAt: string; stepsCount: number } | null
  /** null: learners see exactly the working copy, or nothing was ever published. */
  changes: Changes | null
  problems: DescribedProblem[]
}

export const describePublishing = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<PublishingState> => {
  const { req } = options
  const course = await findEditableCourse(options)
  const working = await readWorkingCopy({ req, course })
  const releaseId = idOf(course.currentRelease)
  const release =
    releaseId === null
      ? null
      : await req.payload.findByID({ collection: slugs.releases, id: releaseId, disableErrors: true, req })
  const offer = changedOffer(course)
  const isUnchanged = release === null || (release.contentHash === hashContent(working) && offer.length === 0)
  return {
    isPublished: course.isPublished,
    isArchived: course.isArchived,
    isOwner: ownsCourse(req, course),
    release: release && {
      number: release.number ?? 0,
      createdAt: release.createdAt,
      stepsCount: release.stepsCount,
    },
    changes: isUnchanged
      ? null
      : describeChanges(release.content as unknown as ReleaseContent, working, offer),
    problems: describeProblems(checkPublishable(working, { ...course, now: nowIso() }), options),
  }
}
