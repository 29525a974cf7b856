import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { processIdentity } from './processIdentity.mjs'
import { pruneBuilds } from './pruneBuilds.ts'

const now = new Date('2026-01-01T12:00:00Z')
let home: string

function build(digit: string, minutesAgo: number, isFinished = true): string {
  const folder = join(home, digit.repeat(12))
  const time = new Date(now.getTime() - minutesAgo * 60_000)
  mkdirSync(folder)
  if (isFinished) {
    writeFileSync(join(folder, 'done'), '')
    utimesSync(join(folder, 'done'), time, time)
  }
  utimesSync(folder, time, time)
  return folder
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gongbu-builds-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

describe('pruneBuilds', () => {
  it('should keep the three that were used last', () => {
    const folders = [50, 40, 30, 20, 10].map((minutes, index) => build(String(index), minutes))
    pruneBuilds(home, 'done', now.getTime())
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, false, true, true, true])
  })

  it('should keep one that a living process uses', () => {
    const used = build('a', 100)
    for (const [index, minutes] of [30, 20, 10].entries()) build(String(index), minutes)
    writeFileSync(join(used, `in-use-${process.pid}`), processIdentity(process.pid) ?? '')
    pruneBuilds(home, 'done', now.getTime())
    expect(existsSync(used)).toBe(true)
  })

  it('should remove what was never finished, but not what may be at work', () => {
    const [old, young] = [build('a', 100, false), build('b', 5, false)]
    const other = join(home, 'default')
    mkdirSync(other)
    pruneBuilds(home, 'done', now.getTime())
    expect([old, young, other].map((folder) => existsSync(folder))).toEqual([false, true, true])
  })
})
