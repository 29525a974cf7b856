import { GrammyError } from 'grammy'

import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { MediaForm, OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import { MediaGoneError } from '../media/mediaUpload.ts'
import { UploadLengthError } from '../media/multipartBody.ts'

type Media = Extract<OutgoingMessage, { kind: 'media' }>

/** As what Telegram takes a file that it does not take as what it is: as one that it need not understand. */
const plainer: Partial<Record<MediaForm, MediaForm>> = {
  photo: 'document',
  animation: 'document',
  video: 'document',
  audio: 'document',
  // Some people let nobody send them voice messages.
  voice: 'audio',
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof GrammyError &&
  (error.error_code === 413 || (error.error_code === 400 && /too (big|large)/i.test(error.description)))

/** What is wrong is the file itself, or how it was to be shown. */
const isAboutFile = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /photo|image|video|audio|voice|animation|gif|media|file/i.test(error.description)

/** Its name as a link, then its caption. */
const linkTo = (url: string, { media, caption, entities, keyboard }: Media): OutgoingMessage => {
  const { filename } = media
  const offset = filename.length + 1
  return {
    kind: 'text',
    text: caption === '' ? filename : `${filename}\n${caption}`,
    entities: [
      { type: 'text_link', offset: 0, length: filename.length, url },
      ...entities.map((entity) => ({ ...entity, offset: entity.offset + offset })),
    ],
    keyboard,
  }
}

/**
 * What is sent in place of a message that Telegram refused for good; null: nothing could take its place.
 * @param linkOf where the file can be loaded
 */
export const otherwise = async (
  message: OutgoingMessage,
  error: unknown,
  linkOf: (media: MediaFile) => Promise<string | null>,
): Promise<OutgoingMessage[] | null> => {
  const isGone = error instanceof MediaGoneError || error instanceof UploadLengthError
  const isRefused = error instanceof GrammyError && [400, 413].includes(error.error_code)
  if (message.kind === 'poll') return isRefused || isGone ? message.otherwise : null
  // One file may spoil the whole album.
  if (message.kind === 'album' && (isRefused || isGone))
    return message.items.map((item) => ({ kind: 'media', ...item }))
  if (message.kind !== 'media') return null
  if (isTooLarge(error)) {
    const url = await linkOf(message.media)
    return url === null ? null : [linkTo(url, message)]
  }
  const as = plainer[message.as]
  return as !== undefined && isAboutFile(error) ? [{ ...message, as }] : null
}
