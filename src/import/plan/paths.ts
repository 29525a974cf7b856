/** `a/b/../c` → `a/c`; null when it leads out of the source. */
export const normalizePath = (path: string): string | null => {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const extension = /\.[A-Za-z0-9]+$/

export const stemOf = (path: string): string => baseOf(path).replace(extension, '')

export const extensionOf = (path: string): string =>
  (extension.exec(baseOf(path))?.[0] ?? '').slice(1).toLowerCase()

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export const isIndex = (path: string): boolean => /^(readme|index|_index)$/i.test(stemOf(path))

const numbered = /^\d/
const opening =
  /^(intro|about|overview|welcome|preface|prereq|set-?up|install|getting.?started|start|syllabus)/i

/** What comes before the numbered lessons of a folder, what among and what after them. */
const rankOf = (name: string, isFile: boolean): number => {
  if (isFile && isIndex(name)) return 0
  if (numbered.test(name)) return 2
  return isFile && !opening.test(name) ? 3 : isFile ? 1 : 4
}

/**
 * As a person would sort a lesson: the folder's own page first, what leads up to the rest, then files and folders by
 * number, and last what has none (assignments, glossaries).
 */
export const comparePaths = (one: string, other: string): number => {
  const a = one.split('/')
  const b = other.split('/')
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const rank = rankOf(a[depth]!, depth === a.length - 1) - rankOf(b[depth]!, depth === b.length - 1)
    if (rank !== 0) return rank
    const order = collator.compare(a[depth]!, b[depth]!)
    if (order !== 0) return order
  }
  return one < other ? -1 : Number(one > other)
}
