import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.ts'
import { tool } from './tool.ts'

const SOURCES = ['payload.config.ts', 'src', 'collections', 'hooks', 'bot-runner', 'telegram-emulator']
const AROUND = ['scripts', 'tests', 'bench', 'simulate']

interface Call {
  command: string
  args: string[]
}

/** The tools that look at the sources, as `npm test` and the single commands run them. */
export const checks = {
  format: (): Call => ({ command: tool('prettier'), args: ['--check', '--log-level=warn', '.'] }),
  formatWrite: (): Call => ({ command: tool('prettier'), args: ['--write', '--log-level=warn', '.'] }),
  lint: (): Call => ({ command: tool('eslint'), args: ['--max-warnings=0', '.'] }),
  types: (): Call => ({ command: tool('tsc'), args: ['--project', 'tsconfig.json'] }),
  borders: (): Call => ({
    command: tool('depcruise'),
    args: ['--config', '.dependency-cruiser.mjs', ...[...SOURCES, ...AROUND].filter(isThere)],
  }),
  deadCode: (): Call => ({ command: tool('knip'), args: [] }),
  vitest: (project: string, filters: string[]): Call => ({
    command: tool('vitest'),
    args: ['run', '--project', project, ...filters],
  }),
}

function isThere(path: string): boolean {
  return existsSync(join(projectRoot, path))
}
