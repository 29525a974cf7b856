import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { Course, Step } from '../../payload-types.ts'
import { buildReleaseContent, type ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { stepOrderField } from './stepOrderField.ts'

/** The course and its steps in their order, in the shape of a release. `course` has been found with the caller's rights. */
export const readWorkingCopy = async ({
  req,
  course,
}: {
  req: PayloadRequest
  course: Course
}): Promise<ReleaseContent> => {
  const { docs } = await req.payload.find({
    collection: slugs.steps,
    where: { course: { equals: course.id } },
    sort: [stepOrderField, 'id'],
    pagination: false,
    limit: 0,
    req,
  })
  return buildReleaseContent(course, docs as Step[], {})
}
