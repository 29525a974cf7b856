import type { Release } from '../lesson/engine/release.ts'

/** Reads a release's content as it is stored, or undefined when there is none with that id. */
export type LoadRelease = (releaseId: string) => Promise<{ release: Release; bytes: number } | undefined>

/**
 * Releases by id, least recently used out first, bounded in bytes. A release never changes, so nothing
 * is ever invalidated.
 */
export const createReleaseCache = (maxBytes: number) => {
  const entries = new Map<string, { release: Release; bytes: number }>()
  let totalBytes = 0

  const remember = (id: string, entry: { release: Release; bytes: number }) => {
    if (entry.bytes > maxBytes || entries.has(id)) return
    entries.set(id, entry)
    totalBytes += entry.bytes
    for (const [oldest, { bytes }] of entries) {
      if (totalBytes <= maxBytes) break
      entries.delete(oldest)
      totalBytes -= bytes
    }
  }

  return {
    /** Cached, or loaded now. Two callers who miss at once both load: rare, and harmless. */
    get: async (id: string, load: LoadRelease): Promise<Release | undefined> => {
      const known = entries.get(id)
      if (known) {
        entries.delete(id)
        entries.set(id, known)
        return known.release
      }
      const loaded = await load(id)
      if (loaded) remember(id, loaded)
      return loaded?.release
    },
    get bytes() {
      return totalBytes
    },
  }
}

export type ReleaseCache = ReturnType<typeof createReleaseCache>
