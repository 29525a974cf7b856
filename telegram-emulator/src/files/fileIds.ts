import { createHash } from 'node:crypto'

import type { FileKind } from './types.ts'

const KINDS: FileKind[] = [
  'photo',
  'voice',
  'video',
  'document',
  'audio',
  'animation',
  'video_note',
  'thumbnail',
  'sticker',
]
const DIGEST_BYTES = 12
/** The last byte of every file_id, by which a reader knows the format. */
const VERSION = 4
const FILE_ID_BYTES = 1 + 2 * DIGEST_BYTES + 1

/** The id that all bots see. */
export function uniqueFileId(kind: FileKind, ...parts: string[]): string {
  return Buffer.concat([Buffer.of(KINDS.indexOf(kind)), digest(kind, ...parts)]).toString('base64url')
}

/** One bot's id of a file: it follows from both, so that nothing need be remembered. */
export function fileIdFor(botId: number, uniqueId: string): string {
  const unique = Buffer.from(uniqueId, 'base64url')
  return Buffer.concat([unique, digest(String(botId), uniqueId), Buffer.of(VERSION)]).toString('base64url')
}

/** The file that a file_id names; `isOwn` is false for another bot's. Throws what Telegram says of a broken one. */
export function parseFileId(botId: number, fileId: string): { uniqueId: string; isOwn: boolean } {
  const text = fileId.replace(/=+$/, '')
  if (text.length % 4 === 1) throw new Error('Wrong string length')
  if (/[^\w-]/.test(text)) throw new Error('Wrong character in the string')
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.at(-1) !== VERSION) throw new Error("can't unserialize it. Wrong last symbol")
  if (bytes.length !== FILE_ID_BYTES) throw new Error("can't unserialize it")
  const uniqueId = bytes.subarray(0, 1 + DIGEST_BYTES).toString('base64url')
  return { uniqueId, isOwn: fileIdFor(botId, uniqueId) === text }
}

function digest(...parts: string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, DIGEST_BYTES)
}
