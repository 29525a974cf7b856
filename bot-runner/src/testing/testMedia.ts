import { createHash, randomUUID } from 'node:crypto'

import type { MediaFile } from '../../../src/contracts/mediaFile.ts'

/** A file with its bytes; the bytes alone make its hash. */
export const buildMedia = (changes: Partial<MediaFile> & { content?: string } = {}) => {
  const { content = randomUUID(), ...fields } = changes
  const bytes = Buffer.from(content)
  const media: MediaFile = {
    id: randomUUID(),
    hash: createHash('sha256').update(bytes).digest('hex'),
    kind: 'image',
    mimeType: 'image/png',
    filename: 'an owl.png',
    bytes: bytes.length,
    width: 8,
    height: 8,
    duration: null,
    alt: '',
    ...fields,
  }
  return { media, bytes }
}
