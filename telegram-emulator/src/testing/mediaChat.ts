import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import sharp from 'sharp'
import { onTestFinished } from 'vitest'

import type { ChatMessage } from '../client.ts'
import type { BotApiAnswer } from '../state/types.ts'
import { startedChat } from './startedChat.ts'

type Part = [content: BlobPart, fileName: string]

const text = (head: string) => new Uint8Array(Buffer.from(head.padEnd(64, '\0'), 'latin1'))

/** As little of each format as it takes to tell it. */
export const sample = {
  voice: text(`OggS${'\0'.repeat(24)}OpusHead`),
  music: text('ID3'),
  film: text('\0\0\0 ftypisom'),
  text: text('hello'),
}

/** A voice message of that length, silent: its header, no tags, and a last page that says where it ends. */
export function opus(seconds: number): Uint8Array<ArrayBuffer> {
  const page = (type: number, end: number, data: Buffer) => {
    const head = Buffer.alloc(28)
    head.write('OggS')
    head.writeUInt8(type, 5)
    head.writeBigInt64LE(BigInt(end), 6)
    head.writeUInt8(1, 26)
    head.writeUInt8(data.length, 27)
    return Buffer.concat([head, data])
  }
  const header = Buffer.from(`OpusHead\x01\x01${'\0'.repeat(2)}\x80\xbb${'\0'.repeat(5)}`, 'latin1')
  const tags = Buffer.from(`OpusTags${'\0'.repeat(8)}`)
  return new Uint8Array(
    Buffer.concat([page(2, 0, header), page(0, 0, tags), page(4, seconds * 48_000, Buffer.from('x'))]),
  )
}

/** Sound that is named, in MP3: the names, and some frames of silence. */
export function namedSong(title: string, performer: string): Uint8Array<ArrayBuffer> {
  const frame = (id: string, text: string) => {
    const head = Buffer.alloc(11)
    head.write(id)
    head.writeUInt32BE(text.length + 1, 4)
    return Buffer.concat([head, Buffer.from(text, 'latin1')])
  }
  const frames = Buffer.concat([frame('TIT2', title), frame('TPE1', performer)])
  const head = Buffer.from(`ID3\x03${'\0'.repeat(5)}${String.fromCharCode(frames.length)}`, 'latin1')
  const silence = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])
  return new Uint8Array(Buffer.concat([head, frames, silence, silence, silence]))
}

export async function picture(
  width: number,
  height: number,
  format: 'png' | 'jpeg' | 'gif' | 'webp' = 'png',
): Promise<Uint8Array<ArrayBuffer>> {
  const create = { width, height, channels: 3 as const, background: '#408' }
  return new Uint8Array(await sharp({ create }).toFormat(format).toBuffer())
}

/** A chat in which the bot uploads: the answer's result, or the text of its error. */
export async function mediaChat(options?: Parameters<typeof startedChat>[0]) {
  const chat = await startedChat(options)
  const call = async <T = ChatMessage>(
    method: string,
    fields: Record<string, unknown>,
    parts: Record<string, Part>,
    { token }: { token: string } = chat.bot,
  ) => {
    const form = new FormData()
    form.append('chat_id', String(chat.person))
    for (const [name, value] of Object.entries(fields))
      form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
    for (const [name, [content, fileName]] of Object.entries(parts))
      form.append(name, new Blob([content]), fileName)
    const response = await fetch(`${chat.url}/bot${token}/${method}`, { method: 'POST', body: form })
    const answer = (await response.json()) as BotApiAnswer
    return answer.ok ? (answer.result as T) : `${answer.error_code} ${answer.description}`
  }
  return {
    ...chat,
    call,
    /** A method that is expected to succeed. */
    async upload<T = ChatMessage>(
      method: string,
      parts: Record<string, Part>,
      fields: Record<string, unknown> = {},
    ): Promise<T> {
      const result = await call<T>(method, fields, parts)
      if (typeof result === 'string') throw new Error(`${method}: ${result}`)
      return result
    },
  }
}

export interface Site {
  url: string
  /** How often each path was asked for. */
  asked: Map<string, number>
}

/** A web server that has these files; it ends with the test. A null never answers. */
export async function site(
  files: Record<string, { type: string; body: Uint8Array; status?: number } | null>,
): Promise<Site> {
  const asked = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.set(path, (asked.get(path) ?? 0) + 1)
    const file = files[path]
    if (file === null) return
    response.writeHead(file ? (file.status ?? 200) : 404, { 'content-type': file?.type ?? 'text/plain' })
    response.end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
