import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Media } from '../../payload-types.ts'

/**
 * Keeps a file that lies on the disk as the person's media: looked through and cleaned, within their space.
 * @throws {AppError} mediaMissing, mediaEmpty, mediaTooLarge, mediaQuotaReached, and what `cleanUpload` refuses
 */
export const keepUpload = async (
  req: PayloadRequest,
  file: { path: string; name: string; bytes: number } | null,
  { alt }: { alt: string },
): Promise<Media> => {
  if (file === null) throw new AppError({ code: 'mediaMissing', status: 422, details: { path: 'file' } })
  const { path: tempFilePath, name, bytes: size } = file
  return req.payload.create({
    collection: slugs.media,
    data: { alt },
    file: {
      ...{ data: Buffer.alloc(0), tempFilePath, size, name },
      mimetype: 'application/octet-stream',
    },
    ...{ overrideAccess: false, user: req.user, req },
  })
}
