import { connect } from 'node:net'

const LIMIT_MS = 2_000

/** Nothing if Redis answers, else the reason. Speaks the few words of its protocol that this takes. */
export function pingRedis(url: string): Promise<string | undefined> {
  const { hostname, port, username, password, protocol } = new URL(url)
  // A TLS handshake is the product's business; here it is enough that somebody listens.
  const isPlain = protocol === 'redis:'
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379) })
    const finish = (reason?: string) => {
      socket.destroy()
      resolve(reason)
    }
    let answer = ''
    socket.setTimeout(LIMIT_MS, () => finish('no answer'))
    socket.on('error', (error) => finish(error.message))
    socket.on('close', () => finish('it closed the connection'))
    socket.on('connect', () => {
      if (!isPlain) return finish()
      if (password !== '')
        socket.write(command('AUTH', ...[username, password].filter(Boolean).map(decodeURIComponent)))
      socket.write(command('PING'))
    })
    socket.on('data', (data) => {
      answer += data.toString()
      const error = /^-(.*)\r\n/m.exec(answer)
      if (error) finish(error[1])
      else if (answer.includes('+PONG')) finish()
    })
  })
}

function command(...words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`
}
