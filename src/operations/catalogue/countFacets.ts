import type { CataloguePage } from '../../contracts/api/catalogue.ts'

type Facets = CataloguePage['facets']

/** Facet, value, and how many courses are of it. */
export type Counted = [facet: string, value: string, count: number]

const facets = [
  'category',
  'language',
  'difficulty',
  'price',
  'rating',
  'duration',
] as const satisfies (keyof Facets)[]
const inOrder: Partial<Record<keyof Facets, string[]>> = {
  difficulty: ['1', '2', '3', '4', '5'],
  price: ['free', 'paid'],
  rating: ['4.5', '4', '3'],
  duration: ['0-60', '60-300', '300-1200', '1200-'],
}

const valuesOf = (facet: keyof Facets, counted: Counted[]): Facets[keyof Facets] => {
  const counts = new Map(counted.flatMap(([of, value, count]) => (of === facet ? [[value, count]] : [])))
  let sum = 0
  const values = (inOrder[facet] ?? [...counts.keys()]).map((value) => {
    const count = counts.get(value) ?? 0
    sum += count
    // Who is rated 4.5 and higher is also rated 4 and higher.
    return { value, count: facet === 'rating' ? sum : count }
  })
  const given = values.filter(({ count }) => count > 0)
  return inOrder[facet] ? given : given.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/**
 * The facets of what was found.
 * @param countFreely what there is of a facet without what was asked of it; null: nothing was
 */
export const countFacets = async (
  counted: Counted[] | null,
  countFreely: (facet: keyof Facets) => Promise<Counted[] | null>,
): Promise<Facets> => {
  const entries: [keyof Facets, Facets[keyof Facets]][] = []
  for (const facet of facets)
    entries.push([facet, valuesOf(facet, (await countFreely(facet)) ?? counted ?? [])])
  return Object.fromEntries(entries) as Facets
}
