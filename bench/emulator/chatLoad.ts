import { createServer, type AddressInfo } from 'node:net'

import { createPostClient } from '../lib/postClient.ts'
import { readMessages } from '../lib/readMessages.ts'
import { botUsername, reply, said } from './scene.ts'

type Update = { message?: { chat: { id: number } } }

const replyTo = (person: number): string => JSON.stringify({ chat_id: person, ...reply })

/**
 * People who write, and their bot's webhook, which sends a message for each update and then answers it. An act is
 * done when the bot has answered its update.
 */
export const createChatLoad = async (port: number, token: string, people: readonly number[]) => {
  const client = createPostClient(port)
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>()
  let next = 0

  const handle = async (body: string): Promise<void> => {
    const person = (JSON.parse(body) as Update).message?.chat.id ?? 0
    const act = waiting.get(person)
    if (act === undefined) throw new Error(`an update of ${person} came twice or unasked`)
    const status = await client.post(`/bot${token}/sendMessage`, '', replyTo(person))
    waiting.delete(person)
    if (status === 200) act.resolve()
    else act.reject(new Error(`sendMessage was answered ${status}`))
  }

  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy())
    readMessages(socket, (_head, body) => {
      handle(body).then(
        () => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'),
        (error: unknown) => {
          for (const { reject } of waiting.values()) reject(error as Error)
        },
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await client.post(`/bot${token}/setWebhook`, '', JSON.stringify({ url, max_connections: 100 }))

  /** Somebody whose last message has been answered, each in turn. */
  const nextPerson = (): number => {
    for (let tried = 0; tried < people.length; tried++) {
      const person = people[next++ % people.length] ?? 0
      if (!waiting.has(person)) return person
    }
    throw new Error('everybody waits for an answer')
  }

  const act = async (): Promise<void> => {
    const person = nextPerson()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    waiting.set(person, { resolve, reject })
    const path = `/emulator/chats/${botUsername}/${person}/send`
    const status = await client.post(path, '', JSON.stringify({ text: said }))
    if (status !== 200) throw new Error(`what ${person} said was answered ${status}`)
    await promise
  }
  return {
    act,
    close: () => {
      client.close()
      server.close()
    },
  }
}

export type ChatLoad = Awaited<ReturnType<typeof createChatLoad>>
