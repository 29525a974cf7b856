import type { PayloadRequest } from 'payload'

import type { WishedBot } from '../../contracts/runnerBots.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { Course } from '../../payload-types.ts'
import { buildReleaseContent } from '../../releases/buildReleaseContent.ts'
import { idOf } from '../idOf.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { wishedProfile } from '../runner/wishedProfile.ts'

export type BotProfileState = {
  /** By language; '' is everybody whose own is not listed. */
  texts: WishedBot['texts']
  /** Address of the picture, relative to the web process. */
  picture: string | null
}

/** What learners see of a course's bot; of a course that was never published what they will see. */
export const describeBotProfile = async (options: {
  req: PayloadRequest
  course: Course
}): Promise<BotProfileState> => {
  const { req, course } = options
  const releaseId = idOf(course.currentRelease)
  const published = releaseId === null ? undefined : await loadRelease(req.payload.db.pool, releaseId)
  const release = published ?? { id: '', number: 0, ...buildReleaseContent(course, [], {}) }
  const pictureId = release.profile?.pictureId
  const picture = pictureId
    ? await req.payload.findByID({ collection: slugs.media, id: pictureId, disableErrors: true, req })
    : null
  return { texts: wishedProfile(release, release.language).texts, picture: picture?.url ?? null }
}
