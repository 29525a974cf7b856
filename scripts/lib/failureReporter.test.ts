import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTool } from './runTool.mjs'
import { tool } from './tool.ts'

const files = {
  'fine.test.js': `test('adds', () => {})`,
  'broken.test.js': `throw new Error('cannot be loaded')`,
  'hooks.test.js': `
    describe('before', () => { beforeAll(() => { throw new Error('no service') }); test('waits', () => {}) })
    describe('after', () => { afterAll(() => { throw new Error('no end') }); test('sums', () => { expect(1).toBe(2) }) })`,
  'uncaught.test.js': `test('lets go', () => { void Promise.reject(new Error('nobody caught it')) })`,
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbu-failures-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})
afterAll(() => rm(folder, { recursive: true }))

const run = async (...filters: string[]) => {
  const file = join(folder, 'reports', 'failures.txt')
  const reporter = `--reporter=${join(import.meta.dirname, 'failureReporter.ts')}`
  const { code } = await runTool(tool('vitest'), ['run', '--globals', reporter, ...filters], {
    ...{ cwd: folder, env: { ...process.env, FAILURES_FILE: file } },
  })
  return { code, told: await readFile(file, 'utf8') }
}

test('should name each failure by its file and test, be it of a test, a hook, a file or nobody', async () => {
  const { code, told } = await run()
  expect(code).toBe(1)
  const titled = told.split('\n').flatMap((line, index, all) => (line.startsWith(' ') ? [] : [`${line} – ${all[index + 1]?.trim()}`]))
  expect(titled.toSorted()).toEqual([
    'An error that no test caught – nobody caught it',
    'broken.test.js – cannot be loaded',
    'hooks.test.js: after > sums – expected 1 to be 2 // Object.is equality',
    'hooks.test.js: after – no end',
    'hooks.test.js: before – no service',
  ])
  expect(told).toMatch(/at .*hooks\.test\.js:3:\d+/)
}) // prettier-ignore

test('should have nothing to say of what passes', async () => {
  expect(await run('fine')).toEqual({ code: 0, told: '' })
})
