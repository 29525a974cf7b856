import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { createMediaLink } from './mediaLink.ts'

/** Links to files, by their ids; files that are gone have none. */
export const createMediaLinks = async (options: {
  req: PayloadRequest
  ids: string[]
}): Promise<{ links: Record<string, string> }> => {
  const { req, ids } = options
  const { docs } = await req.payload.find({
    collection: slugs.media,
    where: { id: { in: ids } },
    pagination: false,
    req,
  })
  return { links: Object.fromEntries(docs.map((media) => [media.id, createMediaLink(media)])) }
}
