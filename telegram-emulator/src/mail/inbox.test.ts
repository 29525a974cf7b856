import { once } from 'node:events'
import { connect } from 'node:net'

import { expect, it } from 'vitest'

import { startEmulator } from '../startEmulator.ts'
import { startInbox } from './startInbox.ts'

/** As a mail server's client says it, a line at a time, each after the answer before. */
const deliver = async (port: number, lines: string[]) => {
  const socket = connect(port, '127.0.0.1')
  const answers: string[] = []
  for (const line of lines) {
    answers.push(String((await once(socket, 'data'))[0]))
    socket.write(`${line}\r\n`)
  }
  answers.push(String((await once(socket, 'data'))[0]))
  socket.destroy()
  return answers
}
const mail = (to: string, subject: string) => [
  'HELO example.org',
  'MAIL FROM:<gongbu@example.org>',
  `RCPT TO:<${to}>`,
  'DATA',
  `Subject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n.`,
]

it('should keep the mail that it is given, the newest first', async () => {
  const inbox = await startInbox()
  await deliver(inbox.port, mail('ann@example.org', 'One'))
  await deliver(inbox.port, mail('bo@example.org', 'Two'))
  expect(inbox.mails()).toMatchObject([
    { to: ['bo@example.org'], subject: 'Two', text: 'Hello\n' },
    { to: ['ann@example.org'], subject: 'One' },
  ])
  await inbox.close()
})

it('should show it over HTTP, and nothing where no mail is received', async () => {
  const emulator = await startEmulator({ port: 0, smtpPort: 0 })
  const read = async (url: string): Promise<unknown> => (await fetch(`${url}/emulator/mails`)).json()
  expect(await read(emulator.url)).toEqual([])
  await emulator.close()
  const without = await startEmulator({ port: 0 })
  expect(await read(without.url)).toEqual([])
  await without.close()
})
