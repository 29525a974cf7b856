import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { expect, it } from 'vitest'

import { readCommandLine } from './commandLine.ts'

const run = promisify(execFile)
const main = fileURLToPath(new URL('./main.ts', import.meta.url))

it('should turn flags into settings and leave out what is not given', () => {
  expect(
    readCommandLine(['--port=0', '--data-dir', 'data', '--public-url', 'https://a.example/', '--open']),
  ).toEqual({
    wants: 'start',
    settings: { EMULATOR_PORT: '0', EMULATOR_DATA_FILE: 'data/state.json' },
    publicUrl: 'https://a.example',
    isOpened: true,
  })
  expect(readCommandLine([]).settings).toEqual({})
  expect(readCommandLine(['-h']).wants).toBe('help')
  expect(readCommandLine(['-v']).wants).toBe('version')
})

it.each([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['--port'], "Option '-p, --port <value>' argument missing"],
  [['--host='], "Option '--host' needs a value"],
  [['start'], "Unexpected argument 'start'"],
  [['--public-url', 'a.example'], "Option '--public-url' expects an http or https URL, not 'a.example'"],
])('should say what is wrong with %j', (args, complaint) => {
  expect(() => readCommandLine(args)).toThrow(complaint)
})

it('should end with the complaint, and answer questions without starting', async () => {
  const command = (...args: string[]) => run(process.execPath, [main, ...args])
  await expect(command('--nonsense')).rejects.toMatchObject({
    code: 2,
    stderr: "Unknown option '--nonsense'\nSee gongbu-telegram-emulator --help\n",
  })
  await expect(command('--port', '99999')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('EMULATOR_PORT (--port): expected a port number'),
  })
  expect((await command('--help')).stdout).toMatch(/--data-dir <folder>/)
  expect((await command('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
