import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { checkPublishable } from '../../releases/checkPublishable.ts'
import { offerOf } from '../../releases/offerOf.ts'
import { askForBot } from '../bots/askForBot.system.ts'
import { catalogueCourse } from '../catalogue/catalogueCourse.system.ts'
import { inTransaction } from '../inTransaction.ts'
import { closeTest } from '../courseTest/closeTest.system.ts'
import { createRelease, type PublishedRelease } from './createRelease.system.ts'
import { describeProblems } from './describeProblems.ts'
import { findEditableCourse } from './findEditableCourse.ts'
import { lockCourse } from './lockCourse.ts'
import { readLockedCopy } from './readLockedCopy.ts'

/**
 * Publishes the working copy as the next release and asks for a bot if the course has none. Publishing
 * what has not changed since the current release makes no new one. An open test is over with it.
 * @throws {AppError} courseNotPublishable (422) with every problem at once; courseIsArchived (409);
 * courseNotFound (404)
 */
export const publishCourse = async ({
  req,
  courseId,
}: {
  req: PayloadRequest
  courseId: string
}): Promise<PublishedRelease> =>
  inTransaction(req, async () => {
    await findEditableCourse({ req, courseId })
    await lockCourse({ req, courseId })
    // Read again under the lock: another publishing may have finished in between.
    const course = await findEditableCourse({ req, courseId })
    if (course.isArchived) throw new AppError({ code: 'courseIsArchived', status: 409 })

    const content = await readLockedCopy({ req, course })
    const problems = checkPublishable(content, { ...course, now: nowIso() })
    if (problems.length > 0) {
      const described = describeProblems(problems, { req, courseId })
      throw new AppError({
        code: 'courseNotPublishable',
        status: 422,
        details: { count: problems.length, problems: described },
      })
    }

    await askForBot({ req, courseId })
    await closeTest({ req, courseId })
    const offer = offerOf(course)
    const release = await createRelease({ req, course, content })
    await req.payload.update({
      collection: slugs.courses,
      id: courseId,
      data: { isPublished: true, currentRelease: release.id, offer },
      req,
    })
    await catalogueCourse(req, offer, { id: release.id, content })
    return release
  })
