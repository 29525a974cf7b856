import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { failedTests } from './failedTests.ts'
import { projectRoot } from './projectRoot.ts'

let folder: string
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'gongbu-report-'))))
afterAll(() => rm(folder, { recursive: true }))

const tell = async (testResults: unknown[]) => {
  const path = join(folder, 'report.json')
  await writeFile(path, JSON.stringify({ testResults }))
  return failedTests(path)
}

test('should name what failed by file and test, with the beginning of why, and nothing else', async () => {
  const message = ['Error: \u001B[31mexpected\u001B[39m 1', ...Array.from({ length: 30 }, () => 'at x')].join(
    '\n',
  )
  const passed = { fullName: 'adds', status: 'passed', failureMessages: [] }
  const told = await tell([
    {
      name: join(projectRoot, 'tests/int/sum.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [passed, { fullName: 'sums', status: 'failed', failureMessages: [message] }],
    },
    {
      name: join(projectRoot, 'tests/int/fine.test.ts'),
      status: 'passed',
      message: '',
      assertionResults: [passed],
    },
  ])
  expect(told.split('\n').slice(0, 2)).toEqual(['tests/int/sum.test.ts: sums', '  Error: expected 1'])
  expect(told.split('\n')).toHaveLength(13)
  expect(told).not.toContain('adds')
  expect(told).not.toContain('fine')
})

test('should say why a file could not be run', async () => {
  const name = join(projectRoot, 'tests/int/broken.test.ts')
  expect(await tell([{ name, status: 'failed', message: 'Cannot find x', assertionResults: [] }])).toBe(
    'tests/int/broken.test.ts\n  Cannot find x',
  )
})
