import { connect, type Socket } from 'node:net'

import { readMessages } from './readMessages.ts'

export type PostClient = {
  /** @returns the status of the answer */
  send: (method: string, path: string, headers: string, body?: string) => Promise<number>
  post: (path: string, headers: string, body: string) => Promise<number>
  close: () => void
}

type Connection = { socket: Socket; resolve?: (status: number) => void; reject?: (error: Error) => void }

/** Sends JSON to a port of this machine over kept-alive connections, as many as there are posts at once. */
export const createPostClient = (port: number): PostClient => {
  const idle: Connection[] = []
  const all = new Set<Connection>()

  const open = (): Connection => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const connection: Connection = { socket }
    all.add(connection)
    const fail = (error: Error) => {
      all.delete(connection)
      const place = idle.indexOf(connection)
      if (place >= 0) idle.splice(place, 1)
      connection.reject?.(error)
    }
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('the connection was closed before the answer')))
    readMessages(socket, (head) => {
      const { resolve } = connection
      connection.resolve = connection.reject = undefined
      idle.push(connection)
      resolve?.(Number(head.slice(9, 12)))
    })
    return connection
  }

  const send: PostClient['send'] = (method, path, headers, body = '') =>
    new Promise((resolve, reject) => {
      const connection = idle.pop() ?? open()
      connection.resolve = resolve
      connection.reject = reject
      connection.socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`,
      )
    })

  return {
    send,
    post: (path, headers, body) => send('POST', path, headers, body),
    close: () => all.forEach(({ socket }) => socket.destroy()),
  }
}
