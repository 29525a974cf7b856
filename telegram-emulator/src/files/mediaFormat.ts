import { open } from 'node:fs/promises'

/** What the first bytes of a file say that it is, where Telegram treats it by that. */
export type MediaFormat = 'ogg_opus' | 'mp3' | 'm4a' | 'mp4' | 'gif' | 'webp' | 'webm' | 'tgs'

const HEAD_BYTES = 64
const ID3_OR_FRAME = /^(?:ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/
/** In their place an ISO file names what it is; these are sound alone. */
const SOUND_BRANDS = new Set(['M4A ', 'M4B '])

export const FORMAT_MIME: Record<MediaFormat, string> = {
  ogg_opus: 'audio/ogg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  gif: 'image/gif',
  webp: 'image/webp',
  webm: 'video/webm',
  tgs: 'application/x-tgsticker',
}

export async function mediaFormat(path: string): Promise<MediaFormat | undefined> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return formatOf(buffer.subarray(0, bytesRead).toString('latin1'))
  } finally {
    await file.close()
  }
}

function formatOf(head: string): MediaFormat | undefined {
  // The header of the stream follows the 28 bytes of the first page.
  if (head.startsWith('OggS')) return head.startsWith('OpusHead', 28) ? 'ogg_opus' : undefined
  if (head.startsWith('ftyp', 4)) return SOUND_BRANDS.has(head.slice(8, 12)) ? 'm4a' : 'mp4'
  if (head.startsWith('GIF8')) return 'gif'
  if (head.startsWith('RIFF')) return head.startsWith('WEBP', 8) ? 'webp' : undefined
  if (head.startsWith('\x1a\x45\xdf\xa3')) return 'webm'
  if (head.startsWith('\x1f\x8b')) return 'tgs'
  return ID3_OR_FRAME.test(head) ? 'mp3' : undefined
}
