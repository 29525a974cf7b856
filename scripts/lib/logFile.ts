import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs'

/** Each start writes a fresh log; the one before is kept as .1. */
export function rotateLog(path: string): void {
  if (existsSync(path)) renameSync(path, `${path}.1`)
}

export function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}

/** What was written from a position on, at most the last 64 KB of it. */
export function readFrom(path: string, position: number): string {
  const end = sizeOf(path)
  const start = Math.max(position, end - 65_536)
  if (end <= start) return ''
  const buffer = Buffer.alloc(end - start)
  const file = openSync(path, 'r')
  try {
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, start))
  } finally {
    closeSync(file)
  }
}
