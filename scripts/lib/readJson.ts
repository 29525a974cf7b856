import { readFileSync } from 'node:fs'

/** The file's content if it is there and whole; it is trusted to be what we wrote. */
export function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return undefined
  }
}
