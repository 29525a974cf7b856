import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'

/** Nobody tests this course any more, and no link lets anybody in. */
export const dismissTesters = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req, courseId } = options
  const ofCourse = { course: { equals: courseId } }
  await req.payload.delete({ collection: slugs.testers, where: ofCourse, req })
  await req.payload.delete({
    collection: slugs.linkCodes,
    where: { and: [ofCourse, { kind: { equals: 'test' } }] },
    req,
  })
}
