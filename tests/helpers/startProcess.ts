import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const quickImports = path.join(import.meta.dirname, '../../src/quickImports.ts')

/** A process of the product; `ready` resolves when it says so over IPC. */
export const startProcess = async (script: string, env: Record<string, string>) => {
  const output: string[] = []
  let child: ChildProcess

  const start = async () => {
    const { PATH, NODE_COMPILE_CACHE } = process.env
    child = spawn(process.execPath, ['--import', quickImports, script], {
      env: { NODE_ENV: 'production', PATH, NODE_COMPILE_CACHE, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    const died = once(child, 'exit').then(([code]) => {
      throw new Error(`${script} ended with ${code} before it was ready:\n${output.join('').slice(-4000)}`)
    })
    const isReady = new Promise<void>((resolve) => {
      child.on('message', (message: { type?: string }) => {
        if (message.type === 'ready') resolve()
      })
    })
    // Whichever loses the race must not count as unhandled.
    died.catch(() => undefined)
    await Promise.race([isReady, died])
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  await start()
  return {
    start,
    output: () => output.join(''),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
