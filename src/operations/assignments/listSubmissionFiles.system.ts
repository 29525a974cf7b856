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
  /** Where it can be loaded; below the site's root for the admin, where who may review the submission may load it. */
  url: string | null
}

/** Where a file that is kept can be loaded. */
export type FileAddress = (file: { id: string; hash: string | null; filename: string }) => string

const inAdmin: FileAddress = ({ filename }) => `/api/submissionFiles/file/${encodeURIComponent(filename)}`

/** Those of these files that there are, by id. @param addressOf left out: as the admin loads them */
export const listSubmissionFiles = async (
  db: Pool | PoolClient,
  ids: (string | null)[],
  addressOf = inAdmin,
): Promise<Map<string, SubmittedFile>> => {
  const named = [...new Set(ids.filter((id) => id !== null))]
  if (named.length === 0) return new Map()
  type Row = Omit<SubmittedFile, 'url'> & { filename: string | null; hash: string | null }
  const { rows } = await db.query<Row>(
    `SELECT id, kind::text AS kind, state::text AS state, coalesce(original_name, filename, kind::text) AS name,
            coalesce(mime_type, 'application/octet-stream') AS "mimeType", filesize::float8 AS bytes,
            duration::float8 AS duration, filename, hash
     FROM submission_files WHERE id = ANY($1::uuid[])`,
    [named],
  )
  return new Map(
    rows.map(({ filename, hash, ...file }) => {
      const isKept = file.state === 'kept' && filename !== null
      return [file.id, { ...file, url: isKept ? addressOf({ id: file.id, hash, filename }) : null }]
    }),
  )
}
