import type { Socket } from 'node:net'

/**
 * Cuts what comes over a connection into HTTP messages, requests or answers. Only what the benches need: at
 * most one message of unknown length under way, and bodies as bytes (`latin1`). Node's own client and server
 * would cost the measured processes a good part of their cores.
 */
export const readMessages = (socket: Socket, onMessage: (head: string, body: string) => void): void => {
  let text = ''
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    text += chunk
    for (;;) {
      const headEnd = text.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      const head = text.slice(0, headEnd)
      const start = headEnd + 4
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
      let end = start + Number(length ?? 0)
      if (length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head)) {
        if (!text.endsWith('0\r\n\r\n')) return
        end = text.length
      }
      if (text.length < end) return
      const body = text.slice(start, end)
      text = text.slice(end)
      onMessage(head, body)
    }
  })
}
