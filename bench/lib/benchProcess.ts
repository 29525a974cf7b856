import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Processes that live: they are ended with the bench, however it ends. */
const living = new Set<{ kill: (signal: NodeJS.Signals) => boolean }>()
process.on('exit', () => living.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

const keptCharacters = 8000
const stopLimitMs = 20_000

export type BenchProcess = {
  pid: number
  /** Where it said that it listens. */
  port: number
  /** Asks it something; answered by the next message of the same type. */
  ask: <Answer>(type: string) => Promise<Answer>
  /** Resolves when it has ended. */
  exited: Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts a script of ours and waits until it says `{ type: 'ready', port }` over IPC.
 * @throws {Error} with the end of what it wrote, when it ends before
 */
export const startBenchProcess = async (
  script: string,
  options: { env?: Record<string, string>; args?: string[]; nodeArgs?: string[] } = {},
): Promise<BenchProcess> => {
  let output = ''
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), script, ...(options.args ?? [])], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  living.add(child)
  const exited = once(child, 'exit').then(() => void living.delete(child))
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-keptCharacters))
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)

  const messageOf = <Message>(type: string): Promise<Message> => {
    const { promise, resolve, reject } = Promise.withResolvers<Message>()
    const take = (message: { type?: string }) => {
      if (message.type !== type) return
      child.off('message', take)
      resolve(message as Message)
    }
    child.on('message', take)
    exited.then(() => reject(new Error(`${script} has ended:\n${output}`)), reject)
    return promise
  }

  const { port } = await messageOf<{ port: number }>('ready')
  return {
    pid: child.pid ?? 0,
    port,
    exited,
    ask: <Answer>(type: string) => {
      const answer = messageOf<Answer>(type)
      child.send({ type })
      return answer
    },
    stop: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), stopLimitMs)
      await exited
      clearTimeout(timer)
    },
  }
}
