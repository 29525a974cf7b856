import { keptText } from '../contracts/keptText.ts'

/** Where in a value there are texts that PostgreSQL cannot keep: with a NUL, or with half of a surrogate pair. */
export const unkeepableTexts = (value: unknown, path: string): string[] => {
  if (typeof value === 'string') return keptText(value) === value ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    keptText(name) === name ? unkeepableTexts(part, `${path}.${name}`) : [path],
  )
}
