import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Media } from '../../payload-types.ts'
import { isUuid } from '../isUuid.ts'

/** @throws {AppError} notFound (404) */
export const findMedia = async ({ req, id }: { req: PayloadRequest; id: string }): Promise<Media> => {
  const media = isUuid(id)
    ? await req.payload.findByID({ collection: slugs.media, id, disableErrors: true, req })
    : null
  if (!media) throw new AppError({ code: 'notFound', status: 404 })
  return media
}
