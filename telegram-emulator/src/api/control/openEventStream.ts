import type { Request, Response } from 'express'

const HEARTBEAT_MS = 25_000
/** A reader who is behind by more does not read: it is cut off, and may come back. */
const MOST_UNREAD_BYTES = 4 * 2 ** 20

/** Turns the response into Server-Sent Events; `onEnd` runs when the reader has gone. */
export function openEventStream(
  request: Request,
  response: Response,
  onEnd: () => void,
): (data: object) => void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  request.socket.setNoDelay(true)
  response.write(': connected\n\n')
  // Comments keep proxies from closing a quiet stream.
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  heartbeat.unref()
  response.on('close', () => {
    clearInterval(heartbeat)
    onEnd()
  })
  return (data) => {
    response.write(`data: ${JSON.stringify(data)}\n\n`)
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy()
  }
}
