import { describe, expect, it } from 'vitest'

import type { LearnerRelease } from '../../../src/contracts/learnerRelease.ts'
import { buildRelease } from '../testing/testRelease.ts'
import { createReleaseCache } from './releaseCache.ts'

const setUp = (releases: LearnerRelease[], maxBytes = 1_000_000) => {
  const asked: string[] = []
  const getRelease = async (id: string) => {
    asked.push(id)
    const release = releases.find((candidate) => candidate.id === id)
    if (release === undefined) throw new Error('not found')
    return release
  }
  return { asked, cache: createReleaseCache({ client: { getRelease }, maxBytes }) }
}

describe('releaseCache', () => {
  it('should ask once for a release, however many want it at once', async () => {
    const release = buildRelease()
    const { asked, cache } = setUp([release])
    expect(await Promise.all([cache.get(release.id), cache.get(release.id)])).toEqual([release, release])
    expect(cache.get(release.id)).toBe(release)
    expect(asked).toEqual([release.id])
  })

  it('should ask again after a failure', async () => {
    const { asked, cache } = setUp([])
    await expect(cache.get('gone')).rejects.toThrow('not found')
    await expect(cache.get('gone')).rejects.toThrow('not found')
    expect(asked).toHaveLength(2)
  })

  it('should drop what was not used for longest when the bytes run out', async () => {
    const [a, b, c] = [buildRelease(), buildRelease(), buildRelease()]
    const bytes = JSON.stringify(a).length * 4
    const { asked, cache } = setUp([a, b, c], bytes * 2.5)
    await cache.get(a.id)
    await cache.get(b.id)
    await cache.get(a.id)
    await cache.get(c.id)
    await cache.get(a.id)
    expect(asked).toEqual([a.id, b.id, c.id])
    await cache.get(b.id)
    expect(asked).toEqual([a.id, b.id, c.id, b.id])
  })
})
