import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Release } from '../../payload-types.ts'
import { checkShowable } from '../../releases/checkShowable.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { hashContent } from '../../releases/hashContent.ts'
import { describeProblems } from '../courses/describeProblems.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { readLockedCopy } from '../courses/readLockedCopy.ts'
import { inTransaction } from '../inTransaction.ts'
import { findPreview } from './findPreview.system.ts'
import { forgetPreviews } from './forgetPreviews.system.ts'
import { requireTestableBot } from './requireTestableBot.ts'

/** Nobody reviews what testers hand in: it is approved at once. Nobody waits in a test: there is no schedule. */
const forTesters = ({ drip: _drip, ...content }: ReleaseContent): ReleaseContent => ({
  ...content,
  steps: content.steps.map(({ drip: _own, ...step }) =>
    step.stepType === 'assignment'
      ? { ...step, assignment: { ...step.assignment, autoApproveDays: 0 } }
      : step,
  ),
})

const createPreview = (req: PayloadRequest, courseId: string, content: ReleaseContent): Promise<Release> =>
  req.payload.create({
    collection: slugs.releases,
    data: {
      course: courseId,
      isPreview: true,
      stepsCount: content.steps.length,
      publishedBy: req.user ? String(req.user.id) : null,
      contentHash: hashContent(content),
      content: forTesters(content) as unknown as Record<string, unknown>,
    },
    req,
  })

/**
 * Opens the test of a course in its bot, or gives it the working copy as it is now. What only publishing needs may be
 * missing; what cannot be shown may not.
 * @throws {AppError} courseNotTestable (422) with every problem at once; testNeedsBot, testOfArchived (409);
 * courseNotFound (404)
 */
export const startTest = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req, courseId } = options
  await inTransaction(req, async () => {
    const bot = await requireTestableBot(options)
    const course = await findOwnCourse(options)
    if (course.isArchived) throw new AppError({ code: 'testOfArchived', status: 409 })
    const content = await readLockedCopy({ req, course })
    const problems = checkShowable(content)
    if (problems.length > 0)
      throw new AppError({
        code: 'courseNotTestable',
        status: 422,
        details: { count: problems.length, problems: describeProblems(problems, options) },
      })
    const before = await findPreview({ req, bot })
    if (before?.contentHash === hashContent(content)) return
    const { id: previewRelease } = await createPreview(req, courseId, content)
    await req.payload.update({
      collection: slugs.bots,
      id: bot.id,
      // The bot has something to do when the test begins; what is in it, learners' rows tell.
      data: { previewRelease, ...(before === null && { changedAt: new Date().toISOString() }) },
      req,
    })
    await forgetPreviews(options)
  })
}
