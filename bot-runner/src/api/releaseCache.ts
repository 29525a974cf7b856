import type { LearnerRelease } from '../../../src/contracts/learnerRelease.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'

export type ReleaseCache = {
  /** The release at once where it is known. */
  get: (releaseId: string) => LearnerRelease | Promise<LearnerRelease>
}

type Entry = { release: LearnerRelease; bytes: number }

/** Strings take two bytes a character at worst, and objects about as much again. */
const sizeOf = (release: LearnerRelease): number => JSON.stringify(release).length * 4

/** Releases never change, so they are dropped for want of room alone: the least recently used first. */
export const createReleaseCache = (options: {
  client: Pick<RunnerClient, 'getRelease'>
  maxBytes: number
}): ReleaseCache => {
  const entries = new Map<string, Entry>()
  const loading = new Map<string, Promise<LearnerRelease>>()
  let total = 0

  const load = async (id: string): Promise<LearnerRelease> => {
    try {
      const release = await options.client.getRelease(id)
      const bytes = sizeOf(release)
      entries.set(id, { release, bytes })
      total += bytes
      for (const [oldId, old] of entries) {
        if (total <= options.maxBytes || oldId === id) break
        entries.delete(oldId)
        total -= old.bytes
      }
      return release
    } finally {
      loading.delete(id)
    }
  }

  return {
    get: (id) => {
      const entry = entries.get(id)
      if (entry !== undefined) {
        entries.delete(id)
        entries.set(id, entry)
        return entry.release
      }
      const pending = loading.get(id) ?? load(id)
      loading.set(id, pending)
      return pending
    },
  }
}
