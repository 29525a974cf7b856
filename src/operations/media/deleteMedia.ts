import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { findReadableMedia } from './findReadableMedia.ts'

/**
 * @throws {AppError} fileIsUsed (409) with the courses' titles; notFound (404), also for strangers; Payload's Forbidden for
 * a co-author's file
 */
export const deleteMedia = async (req: PayloadRequest, id: string): Promise<void> => {
  await findReadableMedia(req, id)
  await req.payload.delete({ collection: slugs.media, id, overrideAccess: false, user: req.user, req })
}
