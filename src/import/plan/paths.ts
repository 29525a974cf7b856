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

/** As a person would sort a lesson: the folder's own page first, then its pages, then its folders, by number. */
export const comparePaths = (one: string, other: string): number => {
  const a = one.split('/')
  const b = other.split('/')
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const isFileA = depth === a.length - 1
    const isFileB = depth === b.length - 1
    if (isFileA && isFileB && isIndex(one) !== isIndex(other)) return isIndex(one) ? -1 : 1
    if (isFileA !== isFileB) return isFileA ? -1 : 1
    const order = collator.compare(a[depth]!, b[depth]!)
    if (order !== 0) return order
  }
  return one < other ? -1 : Number(one > other)
}
