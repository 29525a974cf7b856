import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import net from 'node:net'

import { Redis } from 'ioredis'

import { waitFor } from './waitFor.ts'

/**
 * Every command that one database of Redis is given from now on. On a bare connection: ioredis mistakes commands that
 * come together with the answer to MONITOR for answers.
 */
export const monitorRedis = async (url: string) => {
  const { hostname, port, pathname, password } = new URL(url)
  const database = pathname.slice(1) || '0'
  const socket = net.connect(Number(port || 6379), hostname)
  let rest = ''
  let isOn = false
  const commands: string[] = []
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    isOn ||= lines.includes('+OK')
    commands.push(...lines.filter((line) => line.includes(` [${database} `)))
  })
  await once(socket, 'connect')
  if (password) {
    socket.write(`AUTH ${password}\r\n`)
    await waitFor('Redis to let us in', () => isOn)
    isOn = false
  }
  socket.write('MONITOR\r\n')
  await waitFor('Redis to tell what it is given', () => isOn)

  return {
    /** Ends it, when all that was given before has been told. */
    stop: async (): Promise<string[]> => {
      const redis = new Redis(url)
      const mark = randomUUID()
      await redis.echo(mark)
      redis.disconnect()
      await waitFor('Redis to have told everything', () => commands.some((line) => line.includes(mark)))
      socket.destroy()
      return commands
    },
  }
}
