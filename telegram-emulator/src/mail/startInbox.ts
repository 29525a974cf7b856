import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

interface ReceivedMail {
  to: string[]
  subject: string
  text: string
  html: string
}

/** Older ones are forgotten. */
const mostKept = 200
const mostBytes = 1024 * 1024

/** A mail server that keeps what it is given and sends nothing on, the newest mail first. */
export async function startInbox({ port = 0, host = '127.0.0.1' } = {}) {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: mostBytes,
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      let bytes = 0
      stream.on('data', (part: Buffer) => {
        bytes += part.length
        if (bytes <= mostBytes) parts.push(part)
      })
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(parts)).then(({ subject = '', text = '', html = '' }) => {
          mails.unshift({ to: session.envelope.rcptTo.map(({ address }) => address), subject, text, html })
          mails.splice(mostKept)
          done()
        }, done)
      })
    },
  })
  // A sender that goes away in the middle is no fault.
  server.on('error', () => undefined)
  const listening = once(server.server, 'listening')
  server.listen(port, host)
  await listening
  return {
    port: (server.server.address() as AddressInfo).port,
    mails: (): readonly ReceivedMail[] => mails,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type Inbox = Awaited<ReturnType<typeof startInbox>>
