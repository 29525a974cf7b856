import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { Course, Step } from '../../payload-types.ts'
import { buildReleaseContent, type ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { collectMedia } from './collectMedia.system.ts'
import { stepOrderField } from './stepOrderField.ts'

/** The course, its steps in their order and their files, in the shape of a release. `course` has been found with the caller's rights. */
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
  const content = buildReleaseContent(course, docs as Step[], {})
  const used = { steps: content.steps, pictureId: content.profile?.pictureId }
  return { ...content, media: await collectMedia({ req, course, ...used }) }
}
