import type { MediaFile } from '../../contracts/mediaFile.ts'
import { uuidOf } from './uuidOf.ts'

const file = (number: number, kind: MediaFile['kind'], more: Partial<MediaFile>): MediaFile => ({
  id: uuidOf(number),
  hash: String(number).padStart(64, '0'),
  kind,
  mimeType: 'application/octet-stream',
  filename: `${kind}-${number}`,
  bytes: 2000,
  width: null,
  height: null,
  duration: null,
  alt: '',
  ...more,
})

const pixels = { width: 640, height: 480 }

/** Files of every kind, two of each where they can stand in an album, and some that Telegram takes in no way. */
export const mediaFiles = {
  image: file(101, 'image', { mimeType: 'image/png', filename: 'owl.png', ...pixels }),
  photo: file(102, 'image', { mimeType: 'image/jpeg', filename: 'owl.jpg', ...pixels }),
  animation: file(103, 'animation', { mimeType: 'video/mp4', filename: 'fly.mp4', duration: 2, ...pixels }),
  gif: file(104, 'animation', { mimeType: 'image/gif', filename: 'fly.gif', ...pixels }),
  video: file(105, 'video', { mimeType: 'video/mp4', filename: 'nest.mp4', duration: 9.5, ...pixels }),
  audio: file(106, 'audio', { mimeType: 'audio/mpeg', filename: 'call.mp3', duration: 3 }),
  voice: file(107, 'voice', { mimeType: 'audio/ogg', filename: 'hello.ogg', duration: 1 }),
  file: file(108, 'file', { mimeType: 'application/pdf', filename: 'owls.pdf' }),
  bigImage: file(109, 'image', {
    mimeType: 'image/png',
    filename: 'wall.png',
    bytes: 20 * 2 ** 20,
    ...pixels,
  }),
  longImage: file(110, 'image', { mimeType: 'image/png', filename: 'long.png', width: 100, height: 9000 }),
  bigVideo: file(111, 'video', {
    mimeType: 'video/mp4',
    filename: 'film.mp4',
    bytes: 80 * 2 ** 20,
    ...pixels,
  }),
} as const satisfies Record<string, MediaFile>

/** As a release holds them. */
export const mediaById: Record<string, MediaFile> = Object.fromEntries(
  Object.values(mediaFiles).map((one) => [one.id, one]),
)
