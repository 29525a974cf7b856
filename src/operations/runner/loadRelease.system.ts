import type { Pool, PoolClient } from 'pg'

import type { Release } from '../../lesson/engine/release.ts'
import { processState } from '../../processState.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { createReleaseCache } from '../../releases/releaseCache.ts'
import { isUuid } from '../isUuid.ts'

type StoredContent = Omit<ReleaseContent, 'media' | 'isProtected'> &
  Partial<Pick<ReleaseContent, 'media' | 'isProtected'>>

const maxCacheBytes = 64 * 1024 * 1024

/**
 * A release by id, from this process's cache or the database.
 * @param db the connection that the caller holds, if it holds one: whoever asks the pool for a second one
 * waits for ever when all the others do the same
 */
export const loadRelease = (db: Pool | PoolClient, releaseId: string): Promise<Release | undefined> => {
  const cache = (processState().releaseCache ??= createReleaseCache(maxCacheBytes))
  return cache.get(releaseId, async (id) => {
    if (!isUuid(id)) return undefined
    const { rows } = await db.query<{ number: number; content: StoredContent; bytes: number }>(
      'SELECT coalesce(number, 0)::int AS number, content, length(content::text) AS bytes FROM releases WHERE id = $1',
      [id],
    )
    const [row] = rows
    if (!row) return undefined
    // Releases of before there were files know of none.
    const { media = {}, isProtected = false, ...content } = row.content
    return { release: { id, number: row.number, ...content, media, isProtected }, bytes: row.bytes }
  })
}
