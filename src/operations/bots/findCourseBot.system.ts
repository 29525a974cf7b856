import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { Bot } from '../../payload-types.ts'

/** The bot of a course whose author has already been checked; never its token. */
export const findCourseBot = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<Bot | null> => {
  const { docs } = await options.req.payload.find({
    collection: slugs.bots,
    where: { course: { equals: options.courseId } },
    limit: 1,
    pagination: false,
    req: options.req,
  })
  return (docs[0] as Bot | undefined) ?? null
}
