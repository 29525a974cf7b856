import type { Block } from '../../lesson/content/block.ts'

const worded = new Set(['text', 'code', 'title', 'summary', 'caption', 'alt'])

const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null

/** What people read in a step; not what it links to. */
export const textOfBlocks = (blocks: readonly Block[]): string => {
  const texts: string[] = []
  const waiting: (string | object)[] = [blocks]
  for (let thing = waiting.pop(); thing !== undefined; thing = waiting.pop()) {
    if (typeof thing === 'string') texts.push(thing)
    else if (Array.isArray(thing)) waiting.push(...thing.toReversed().filter(isThing))
    else
      for (const [name, value] of Object.entries(thing).reverse())
        if (isThing(value) || (typeof value === 'string' && worded.has(name))) waiting.push(value)
  }
  return texts.join(' ')
}
