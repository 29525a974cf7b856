import type { FileForm } from '../../../src/contracts/runnerMedia.ts'
import type { FoundFile } from './fileIds.ts'

const formOf: Record<string, FileForm> = {
  photo: 'photo',
  animation: 'animation',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  voice_note: 'voice',
  document: 'document',
}

const fileIdOf = (value: unknown): string | undefined => {
  // Of a photo Telegram names all sizes, the largest last.
  const file: unknown = Array.isArray(value) ? value.at(-1) : value
  const fileId = (file as { file_id?: unknown } | null | undefined)?.file_id
  return typeof fileId === 'string' ? fileId : undefined
}

const fileIn = (holder: object): FoundFile | undefined => {
  // In this order: an animation comes as a document besides.
  for (const [name, form] of Object.entries(formOf)) {
    const fileId = fileIdOf((holder as Record<string, unknown>)[name])
    if (fileId !== undefined) return { form, fileId }
  }
  return undefined
}

const filesIn = (value: unknown): FoundFile[] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(filesIn)
  const file = fileIn(value)
  return file === undefined ? Object.values(value).flatMap(filesIn) : [file]
}

type Sent = {
  rich_message?: { blocks?: unknown }
  poll?: { media?: unknown; options?: { media?: unknown }[] }
}

/** The files of what Telegram says that it sent, in the order in which they stand in it. */
export const sentFiles = (result: unknown): FoundFile[] => {
  // An album is answered message by message.
  if (Array.isArray(result)) return result.flatMap(sentFiles)
  if (typeof result !== 'object' || result === null) return []
  const { rich_message, poll } = result as Sent
  if (rich_message !== undefined) return filesIn(rich_message.blocks)
  if (poll !== undefined) return filesIn([poll.media, ...(poll.options ?? []).map(({ media }) => media)])
  const file = fileIn(result)
  return file === undefined ? [] : [file]
}
