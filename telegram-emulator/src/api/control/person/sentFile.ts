import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

import { z } from 'zod'

import type { Emulator } from '../../../emulator.ts'
import { FileTooLarge } from '../../../files/fileStore.ts'
import type { MessageContent } from '../../../state/types.ts'
import { BotApiError } from '../../bot/botApiError.ts'
import { mediaContent } from '../../bot/files/describeFile.ts'
import { storeUpload } from '../../bot/files/storeUpload.ts'
import { checkAlbum } from '../../bot/validate/checkAlbum.ts'
import { detectEntities } from '../../bot/validate/detectEntities.ts'
import { LIMITS } from '../../bot/validate/limits.ts'
import { ControlError } from '../controlError.ts'
import type { Parties } from '../findParties.ts'

const IN_ALBUMS = ['photo', 'video', 'audio', 'document'] as const
const KINDS = [...IN_ALBUMS, 'animation', 'voice', 'video_note'] as const

const side = z.number().int().min(0).max(LIMITS.side[1])
const file = z
  .object({
    file_name: z.string().min(1).max(255),
    base64: z.string().min(1),
    /** Seconds. */
    duration: z.number().int().min(0).max(LIMITS.durationS[1]).optional(),
    width: side.optional(),
    height: side.optional(),
    title: z.string().optional(),
    performer: z.string().optional(),
  })
  .optional()

export const fileContents = {
  photo: file,
  video: file,
  audio: file,
  document: file,
  animation: file,
  voice: file,
  video_note: file,
}
export const besideFile = {
  caption: z.string().trim().min(1).max(LIMITS.caption).optional(),
  /** Messages with the same are an album. */
  media_group: z.string().min(1).max(64).optional(),
}

type Body = { [Name in keyof typeof fileContents]?: z.output<typeof file> } & {
  [Name in keyof typeof besideFile]?: z.output<(typeof besideFile)[Name]>
}

/** Keeps the file that a person sends; gives what the message then holds, or undefined if it holds no file. */
export async function sentFile(
  emulator: Emulator,
  parties: Parties,
  body: Body,
): Promise<MessageContent | undefined> {
  const kind = KINDS.find((name) => body[name] !== undefined)
  const { caption, media_group } = body
  if (!kind || !body[kind]) {
    if (caption ?? media_group) throw new ControlError(400, 'caption and media_group go with a file')
    return undefined
  }
  if (caption && kind === 'video_note') throw new ControlError(400, 'caption: a video message has none')
  const group = media_group === undefined ? {} : joinAlbum(emulator, parties, kind, media_group)
  const record = await keep(emulator, kind, body[kind])
  const entities = caption ? detectEntities(caption, []) : []
  return {
    ...mediaContent(emulator.files, parties.bot.id, record),
    ...(caption && { caption }),
    ...(entities.length > 0 && { caption_entities: entities }),
    ...group,
  }
}

async function keep(
  { files }: Emulator,
  kind: (typeof KINDS)[number],
  { file_name: name, base64, ...attributes }: NonNullable<z.output<typeof file>>,
) {
  const bytes = Buffer.from(base64, 'base64')
  // What is no base64 is passed over, and too little is left.
  if (bytes.length !== Buffer.byteLength(base64, 'base64'))
    throw new ControlError(400, `${kind}.base64: expected base64`)
  try {
    const mime = 'application/octet-stream'
    const upload = await files.receive(Readable.from([bytes]), { name, mime, limit: LIMITS.personFileBytes })
    try {
      return await storeUpload(files, upload, kind, attributes, { isMade: true })
    } finally {
      await files.discard([upload])
    }
  } catch (error) {
    if (error instanceof BotApiError || error instanceof FileTooLarge)
      throw new ControlError(400, `${kind}: ${error.message}`)
    throw error
  }
}

/** An album is named by who makes it; Telegram names it by a number. */
function joinAlbum(
  { store }: Emulator,
  { bot, person }: Parties,
  kind: (typeof KINDS)[number],
  name: string,
): Pick<MessageContent, 'media_group_id'> {
  if (!IN_ALBUMS.some((allowed) => allowed === kind))
    throw new ControlError(400, `media_group: there are no albums with ${kind}`)
  const digest = createHash('sha256')
    .update(JSON.stringify([bot.id, person.id, name]))
    .digest()
  const media_group_id = String(10 ** 13 + digest.readUIntBE(0, 6))
  const messages = [...(store.chat(bot.id, person.id)?.messages.values() ?? [])]
  const kinds = messages
    .filter((message) => message.media_group_id === media_group_id)
    .flatMap((message) => IN_ALBUMS.filter((allowed) => message[allowed]))
  try {
    checkAlbum([...kinds, kind].map((each) => ({ kind: each })))
  } catch (error) {
    throw new ControlError(409, `media_group: ${(error as Error).message}`)
  }
  return { media_group_id }
}
