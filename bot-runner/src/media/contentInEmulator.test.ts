import { crc32, deflateSync } from 'node:zlib'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { Block } from '../../../src/lesson/content/block.ts'
import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import { stepViewMessages } from '../../../src/lesson/render/stepViewMessages.ts'
import { plainText } from '../../../src/lesson/render/text/plainText.ts'
import { contentCorpus } from '../../../src/lesson/testing/contentCorpus.ts'
import { contentTrees, hugeContentTrees } from '../../../src/lesson/testing/contentTrees.ts'
import { mediaById } from '../../../src/lesson/testing/mediaFiles.ts'
import { createEmulatorClient } from '../../../telegram-emulator/src/client.ts'
import { startEmulator, type RunningEmulator } from '../../../telegram-emulator/src/startEmulator.ts'
import { messageCall } from './messageCall.ts'
import { sentFiles } from './sentFiles.ts'

type Answer = { ok: boolean; description?: string; result?: unknown }

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey square of 8 pixels. */
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000008000000080800000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.alloc(72))),
  chunk('IEND', Buffer.alloc(0)),
])

let emulator: RunningEmulator
let chatId = 0
let token = ''
const fileIds = new Map<string, string>()

const call = async (method: string, body: FormData | object): Promise<Answer> => {
  const request =
    body instanceof FormData
      ? { body }
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(`${emulator.url}/bot${token}/${method}`, { method: 'POST', ...request })
  return (await response.json()) as Answer
}

/** A file is uploaded once for each form in which it is shown. */
const fileIdOf = async (media: MediaFile, as: FileForm): Promise<string> => {
  const key = `${as} ${media.id}`
  const known = fileIds.get(key)
  if (known !== undefined) return known
  const form = new FormData()
  form.set('chat_id', String(chatId))
  if (as === 'document') form.set('disable_content_type_detection', 'true')
  const bytes = media.kind === 'image' ? png : Buffer.from(media.filename)
  form.set(as, new File([bytes], media.filename, { type: media.mimeType }))
  const { result } = await call(`send${as.charAt(0).toUpperCase()}${as.slice(1)}`, form)
  const fileId = sentFiles(result)[0]?.fileId
  if (fileId === undefined) throw new Error(`${as} ${media.filename} was not sent`)
  fileIds.set(key, fileId)
  return fileId
}

/** What the emulator says against a message, or makes of it; null when it shows it as it is. */
const refusalOf = async (message: OutgoingMessage): Promise<string | null> => {
  if (message.kind === 'buttons') return 'buttons alone'
  const { uses, build } = messageCall(message, { chatId, isProtected: true })
  const refs = []
  for (const { media, forms } of uses) refs.push({ form: forms[0], ref: await fileIdOf(media, forms[0]) })
  const { method, payload } = build(refs)
  const { ok, description = '', result } = await call(method, payload)
  if (!ok) return `${method}: ${description}`
  const { text = '', caption = '' } = result as { text?: string; caption?: string }
  if (message.kind === 'text' && text !== message.text) return `shown as ${text}`
  return message.kind === 'media' && caption !== message.caption ? `captioned as ${caption}` : null
}

const render = (blocks: Block[], style: 'rich' | 'classic') =>
  stepViewMessages(
    {
      head: plainText('Title'),
      blocks,
      foot: [plainText('Progress')],
      keyboard: [[{ text: 'Next', callback_data: 'next' }]],
    },
    style,
    { locale: 'ru', linkOf: ({ id }) => `https://files.example/${id}`, media: mediaById },
  )

const check = async (blocks: Block[], style: 'rich' | 'classic') => {
  for (const message of render(blocks, style)) expect(await refusalOf(message)).toBeNull()
}

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 })
  const client = createEmulatorClient(emulator.url)
  ;({ token } = await client.createBot({ username: 'owls_bot', name: 'Owls' }))
  ;({ id: chatId } = await client.createPerson({ first_name: 'Ada' }))
  await client.send('owls_bot', chatId, '/start')
})
afterAll(() => emulator.close())

describe.each(['rich', 'classic'] as const)('content as %s messages', (style) => {
  it('should be taken by Telegram, whichever block it is', async () => {
    for (const blocks of Object.values(contentCorpus('ru'))) await check(blocks, style)
  })

  it('should be taken by Telegram whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(contentTrees, (blocks) => check(blocks, style)),
      { numRuns: 40 },
    )
  })

  it('should be taken by Telegram however large it is', async () => {
    await fc.assert(
      fc.asyncProperty(hugeContentTrees, (blocks) => check(blocks, style)),
      { numRuns: 4 },
    )
  })
})
