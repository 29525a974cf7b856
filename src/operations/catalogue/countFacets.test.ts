import { describe, expect, it } from 'vitest'

import { countFacets } from './countFacets.ts'

describe('countFacets', () => {
  it('should put the most frequent first where values have no order of their own, and leave out what there is none of', async () => {
    const facets = await countFacets(
      [
        ...[
          ['category', 'art', 1] as const,
          ['category', 'music', 5] as const,
          ['category', 'design', 1] as const,
        ],
        ...[['duration', '1200-', 9] as const, ['duration', '0-60', 1] as const],
      ].map(([...each]): [string, string, number] => each),
      () => Promise.resolve(null),
    )
    expect(facets.category.map(({ value }) => value)).toEqual(['music', 'art', 'design'])
    expect(facets.duration).toEqual([
      { value: '0-60', count: 1 },
      { value: '1200-', count: 9 },
    ])
    expect(facets.language).toEqual([])
  })

  it('should count a high rating among the lower ones', async () => {
    const { rating } = await countFacets([['rating', '4.5', 2], ['rating', '3', 3]], () => Promise.resolve(null)) // prettier-ignore
    expect(rating).toEqual([
      { value: '4.5', count: 2 },
      { value: '4', count: 2 },
      { value: '3', count: 5 },
    ])
  })

  it('should count a filtered kind without its filter', async () => {
    const facets = await countFacets([['language', 'ru', 1], ['price', 'free', 1]], (facet) =>
      Promise.resolve(facet === 'language' ? [['language', 'en', 7], ['price', 'free', 8]] : null),
    ) // prettier-ignore
    expect(facets.language).toEqual([{ value: 'en', count: 7 }])
    expect(facets.price).toEqual([{ value: 'free', count: 1 }])
  })
})
