import type { Payload } from 'payload'

import type { Release } from '../../lesson/engine/types.ts'
import { processState } from '../../processState.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { createReleaseCache } from '../../releases/releaseCache.ts'
import { isUuid } from '../isUuid.ts'

const maxCacheBytes = 64 * 1024 * 1024

/** A release by id, from this process's cache or the database. */
export const loadRelease = (payload: Payload, releaseId: string): Promise<Release | undefined> => {
  const cache = (processState().releaseCache ??= createReleaseCache(maxCacheBytes))
  return cache.get(releaseId, async (id) => {
    if (!isUuid(id)) return undefined
    const { rows } = await payload.db.pool.query<{ number: number; content: ReleaseContent; bytes: number }>(
      'SELECT number::int, content, length(content::text) AS bytes FROM releases WHERE id = $1',
      [id],
    )
    const [row] = rows
    return row && { release: { id, number: row.number, ...row.content }, bytes: row.bytes }
  })
}
