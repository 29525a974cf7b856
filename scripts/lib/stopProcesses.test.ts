import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { processIdentity } from './processIdentity.mjs'
import { stopProcesses } from './stopProcesses.mjs'

/** A process that says when it is ready to be stopped. */
async function start(script: string): Promise<ChildProcess & { pid: number; firstWords: string }> {
  const child = spawn(process.execPath, ['-e', `${script}; console.log('up'); setInterval(() => {}, 1000)`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let firstWords = ''
  while (!firstWords.includes('up')) firstWords += String(await once(child.stdout, 'data'))
  return Object.assign(child as ChildProcess & { pid: number }, { firstWords })
}

const entry = (pid: number, order: number, limitMs = 5_000) => ({
  ...{ name: 'x', pid, identity: processIdentity(pid), order, limitMs },
  signal: 'SIGTERM' as const,
})

describe('stopProcesses', () => {
  it('should stop them in their order, one after the other', async () => {
    const sayWhen = (ms: number) =>
      `process.on('SIGTERM', () => { console.log(Date.now()); setTimeout(() => process.exit(), ${ms}) })`
    const first = await start(sayWhen(150))
    const second = await start(sayWhen(0))
    const times = [first, second].map(async ({ stdout }) =>
      Number(String(await once(stdout as Readable, 'data'))),
    )
    await stopProcesses([entry(second.pid, 2), entry(first.pid, 1)])
    const [askedFirst = 0, askedSecond = 0] = await Promise.all(times)
    expect(askedSecond - askedFirst).toBeGreaterThanOrEqual(150)
  })

  it('should kill one that does not listen, with its children', async () => {
    const stubborn = await start(
      `process.on('SIGTERM', () => {}); console.log(require('child_process').spawn(process.execPath,
       ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }).pid)`,
    )
    const child = Number(stubborn.firstWords.split('\n')[0])
    expect(processIdentity(child)).toBeDefined()
    await stopProcesses([entry(stubborn.pid, 1, 100)])
    await expect
      .poll(() => [stubborn.pid, child].map(processIdentity), { timeout: 10_000 })
      .toEqual([undefined, undefined])
  })

  it('should leave a stranger alone who has got the number of a dead process', async () => {
    const stranger = await start(`process.on('SIGUSR2', () => console.log('alive'))`)
    await stopProcesses([{ ...entry(stranger.pid, 1), identity: 'another start time' }])
    stranger.kill('SIGUSR2')
    expect(String(await once(stranger.stdout as Readable, 'data'))).toContain('alive')
    stranger.kill('SIGKILL')
  })
})
