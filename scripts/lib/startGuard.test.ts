import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { processIdentity } from './processIdentity.mjs'

const guardFile = new URL('./startGuard.mjs', import.meta.url).href

/** A launcher with one child and one file; it tells the child's pid, then does as the script says. */
function launch(file: string, script: string) {
  const code = `
    import { spawn } from 'node:child_process'
    import { startGuard } from '${guardFile}'
    const guard = startGuard()
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })
    guard.track({ name: 'child', pid: child.pid, order: 1, signal: 'SIGTERM', limitMs: 1000 })
    guard.removeAtDeath(${JSON.stringify(file)})
    console.log(child.pid)
    ${script}`
  return spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

describe('startGuard', () => {
  it.each([
    ['is killed', `process.kill(process.pid, 'SIGKILL')`],
    ['ends without stopping what it started', 'process.exit(0)'],
    ['dismisses its guard too early', 'guard.dismiss(); process.exit(0)'],
  ])('should leave nothing behind when the launcher %s', async (_name, script) => {
    const folder = mkdtempSync(join(tmpdir(), 'gongbu-guard-'))
    const file = join(folder, 'run.json')
    writeFileSync(file, '{}')
    try {
      const launcher = launch(file, script)
      const [pid] = (await once(launcher.stdout, 'data')) as [Buffer]
      await expect.poll(() => processIdentity(Number(pid)), { timeout: 10_000 }).toBeUndefined()
      await expect.poll(() => existsSync(file), { timeout: 10_000 }).toBe(false)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
