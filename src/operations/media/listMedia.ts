import type { Pool } from 'pg'

import type { MediaList, MediaQuery } from '../../contracts/api/media.ts'
import { presentMedia } from './presentMedia.ts'

type Row = Parameters<typeof presentMedia>[0]

const filters = 'm.creator_id = $1 AND ($2::text IS NULL OR m.kind::text = $2)'

/** Somebody's own files, the last first. */
export const listMedia = async (
  pool: Pool,
  userId: string,
  { page, limit, kind }: MediaQuery,
): Promise<MediaList> => {
  const { rows } = await pool.query<{ total: number } & (Row | { id: null })>({
    name: 'list-media',
    text: `
      SELECT t.total, k.*
      FROM (SELECT count(*)::int AS total FROM media m WHERE ${filters}) t
      LEFT JOIN LATERAL (
        SELECT m.id, m.hash, m.kind::text AS kind, m.original_name AS "originalName", m.filename,
               m.mime_type AS "mimeType", m.filesize::float8 AS filesize, m.width::float8 AS width,
               m.height::float8 AS height, m.duration::float8 AS duration, m.alt, m.created_at AS "createdAt"
        FROM media m WHERE ${filters} ORDER BY m.created_at DESC, m.id LIMIT $3 OFFSET $4) k ON true
      ORDER BY k."createdAt" DESC, k.id`,
    values: [userId, kind ?? null, limit, (page - 1) * limit],
  })
  const found = rows.filter((row): row is { total: number } & Row => row.id !== null)
  return { media: found.map(presentMedia), total: rows[0]?.total ?? 0, page, limit }
}
