import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Media } from '../../payload-types.ts'

/**
 * A file of the person's own, or one that a course of theirs shows.
 * @throws {AppError} notFound (404), also for everybody else
 */
export const findReadableMedia = async (req: PayloadRequest, id: string): Promise<Media> => {
  const media = await req.payload.findByID({
    ...{ collection: slugs.media, id, disableErrors: true },
    ...{ overrideAccess: false, user: req.user, req },
  })
  if (!media) throw new AppError({ code: 'notFound', status: 404 })
  return media
}
