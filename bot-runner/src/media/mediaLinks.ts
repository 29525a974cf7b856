import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { maxFilesPerRequest } from '../../../src/contracts/runnerMedia.ts'
import { RetryLaterError } from '../retryLaterError.ts'

/** Links are good for days; asked for anew this often they never come to learners about to end. */
const keptMs = 60 * 60 * 1000

/** Where learners can load files that are too large for Telegram; asked of the CMS once in a while. */
export const createMediaLinks = (options: {
  client: Pick<RunnerClient, 'createLinks'>
  max: number
  now: () => number
}) => {
  const { client, max, now } = options
  const links = new Map<string, { url: string | null; until: number }>()

  const keep = (id: string, url: string | null) => {
    links.delete(id)
    links.set(id, { url, until: now() + keptMs })
    if (links.size > max) links.delete(links.keys().next().value!)
  }

  return {
    /**
     * By the files' ids; null for files that are gone.
     * @throws {RetryLaterError} when the CMS is away
     */
    of: async (ids: string[]): Promise<Map<string, string | null>> => {
      const isStale = (id: string) => (links.get(id)?.until ?? 0) <= now()
      const missing = [...new Set(ids)].filter(isStale)
      const found = new Map(ids.map((id) => [id, links.get(id)?.url ?? null]))
      for (let at = 0; at < missing.length; at += maxFilesPerRequest) {
        const part = missing.slice(at, at + maxFilesPerRequest)
        const answer = await client.createLinks(part).catch((cause: unknown) => {
          throw new RetryLaterError('the CMS cannot be asked for links', { cause })
        })
        for (const id of part) {
          keep(id, answer[id] ?? null)
          found.set(id, answer[id] ?? null)
        }
      }
      return found
    },
  }
}

export type MediaLinks = ReturnType<typeof createMediaLinks>
