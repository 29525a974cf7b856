import * as sample from '../../src/operations/media/testing/sampleFiles.ts'
import type { NewMessage } from '../../telegram-emulator/src/client.ts'

const named = (file_name: string, bytes: Buffer) => ({ file_name, base64: bytes.toString('base64') })
const png = await sample.png()

/** What people send, small and real. */
const files = {
  photo: { photo: named('photo.png', png) },
  document: { document: named('notes.txt', Buffer.from('What I have found out.')) },
  voice: { voice: { ...named('voice.ogg', sample.opus()), duration: 3 } },
} satisfies Record<string, NewMessage>

export const fileOf = (kind: keyof typeof files): NewMessage => files[kind]
