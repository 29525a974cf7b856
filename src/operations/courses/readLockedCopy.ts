import type { PayloadRequest } from 'payload'

import type { Course } from '../../payload-types.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { collectMedia } from './collectMedia.system.ts'
import { lockMedia } from './lockMedia.system.ts'
import { readWorkingCopy } from './readWorkingCopy.ts'

/** The working copy of a locked course, to become a release: until the transaction ends its files stay what they are. */
export const readLockedCopy = async ({
  req,
  course,
}: {
  req: PayloadRequest
  course: Course
}): Promise<ReleaseContent> => {
  const seen = await readWorkingCopy({ req, course })
  const used = { steps: seen.steps, pictureId: seen.profile?.pictureId }
  await lockMedia({ req, ...used })
  // Once more: what was replaced or deleted until then is known now.
  return { ...seen, media: await collectMedia({ req, course, ...used }) }
}
