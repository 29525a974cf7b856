import type { PayloadRequest } from 'payload'
import sharp from 'sharp'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { pictureOf } from '../../releases/pictureOf.ts'
import { isUuid } from '../isUuid.ts'
import { findMedia } from '../media/findMedia.system.ts'
import { readMediaFile } from '../media/readMediaFile.ts'
import { loadRelease } from './loadRelease.system.ts'

/** Pixels; Telegram shows it smaller and keeps it in this size. */
const side = 640

/**
 * The picture of a bot, from its course's newest release: a square, in JPEG as Telegram wants it.
 * @throws {AppError} notFound (404) when there is none
 */
export const getBotPicture = async (req: PayloadRequest, botId: string): Promise<Response> => {
  const { pool } = req.payload.db
  const { rows } = isUuid(botId)
    ? await pool.query<{ releaseId: string | null }>(
        'SELECT c.current_release_id AS "releaseId" FROM bots b JOIN courses c ON c.id = b.course_id WHERE b.id = $1',
        [botId],
      )
    : { rows: [] }
  const releaseId = rows[0]?.releaseId
  const release = releaseId ? await loadRelease(pool, releaseId) : undefined
  const picture = release && pictureOf(release)
  if (!picture) throw new AppError({ code: 'notFound', status: 404 })
  const file = await readMediaFile(req, {
    ...(await findMedia({ req, id: picture.id })),
    collection: slugs.media,
  })
  const jpeg = await sharp(await file.arrayBuffer())
    .rotate()
    .resize(side, side, { fit: 'cover' })
    .flatten({ background: 'white' })
    .jpeg({ quality: 88 })
    .toBuffer()
  return new Response(new Uint8Array(jpeg), { headers: { 'content-type': 'image/jpeg' } })
}
