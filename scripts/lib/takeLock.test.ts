import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from './takeLock.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbu-lock-'))
  path = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('takeLock', () => {
  it('should be held by one at a time', () => {
    const release = takeLock(path)
    expect(release).toBeDefined()
    expect(takeLock(path)).toBeUndefined()
    release?.()
    expect(existsSync(path)).toBe(false)
    expect(takeLock(path)).toBeDefined()
  })

  it('should take over from a process that has died, and from half a file', () => {
    // The pid lives, but it is not the process that wrote the lock.
    writeFileSync(path, JSON.stringify({ pid: process.pid, identity: 'another start time' }))
    expect(takeLock(path)).toBeDefined()
    writeFileSync(path, '{"pi')
    expect(takeLock(path)).toBeDefined()
  })
})
