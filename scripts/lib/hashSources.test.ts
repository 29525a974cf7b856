import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashSources } from './hashSources.ts'

let root: string
const put = (path: string, text: string) => writeFileSync(join(root, path), text)
const hash = () => hashSources(root, ['src', 'settings.json', 'not-there'])

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongbu-hash-'))
  mkdirSync(join(root, 'src', 'deep'), { recursive: true })
  put('src/deep/a.ts', 'a')
  put('settings.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('hashSources', () => {
  it('should change with content, names and new files', () => {
    const seen = new Set([hash()])
    put('src/deep/a.ts', 'b')
    seen.add(hash())
    put('src/b.ts', '')
    seen.add(hash())
    put('settings.json', '{"x":1}')
    seen.add(hash())
    expect(seen.size).toBe(4)
  })

  it('should ignore tests and the compiler settings that Next rewrites', () => {
    const before = hash()
    put('src/deep/a.test.ts', 'x')
    put('src/tsconfig.json', 'x')
    expect(hash()).toBe(before)
  })
})
