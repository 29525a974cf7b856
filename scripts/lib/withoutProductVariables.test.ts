import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from './projectRoot.ts'
import { productVariables, withoutProductVariables } from './withoutProductVariables.ts'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const entries = ['src/env.ts', 'bot-runner/src/env.ts', 'telegram-emulator/src/env.ts']

describe('withoutProductVariables', () => {
  it('should hide the settings of a stack and keep the rest', () => {
    const env = {
      PATH: '/bin',
      PORT: '1',
      DATABASE_URL: 'x',
      REDIS_URL: 'y',
      NODE_ENV: 'production',
      CI: '1',
    } as const
    expect(withoutProductVariables(env)).toEqual({ PATH: '/bin', CI: '1' })
  })

  it.each(entries)('should know every variable that %s reads', (path) => {
    const names = [...read(path).matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(0)
    expect(productVariables).toEqual(expect.arrayContaining(names))
  })

  it('should know the variables of .env.example, and no others', () => {
    const names = [...read('.env.example').matchAll(/^#([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
    expect(names.sort()).toEqual([...productVariables, 'CHROMIUM_PATH'].sort())
  })
})
