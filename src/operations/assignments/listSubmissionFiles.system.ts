import type { Pool, PoolClient } from 'pg'

import type { SentFile } from '../../contracts/lessonEvent.ts'

/** A file of a submission as a page shows it. */
export type SubmittedFile = {
  id: string
  kind: SentFile['kind']
  /** `waiting`: it is being fetched; `gone`, `refused`: it will never come. */
  state: 'waiting' | 'kept' | 'gone' | 'refused'
  name: string
  mimeType: string
  bytes: number | null
  duration: number | null
  /** Below the site's root; who may review the submission may load it. */
  url: string | null
}

/** Those of these files that there are, by id. */
export const listSubmissionFiles = async (
  db: Pool | PoolClient,
  ids: (string | null)[],
): Promise<Map<string, SubmittedFile>> => {
  const named = [...new Set(ids.filter((id) => id !== null))]
  if (named.length === 0) return new Map()
  const { rows } = await db.query<Omit<SubmittedFile, 'url'> & { filename: string | null }>(
    `SELECT id, kind::text AS kind, state::text AS state, coalesce(original_name, filename, kind::text) AS name,
            coalesce(mime_type, 'application/octet-stream') AS "mimeType", filesize::float8 AS bytes,
            duration::float8 AS duration, filename
     FROM submission_files WHERE id = ANY($1::uuid[])`,
    [named],
  )
  return new Map(
    rows.map(({ filename, ...file }) => [
      file.id,
      {
        ...file,
        url:
          file.state === 'kept' && filename !== null
            ? `/api/submissionFiles/file/${encodeURIComponent(filename)}`
            : null,
      },
    ]),
  )
}
