import type { InlineKeyboardButton, InputRichBlock, MessageEntity } from '@grammyjs/types'

import type { MediaFile } from '../../contracts/mediaFile.ts'

export type Keyboard = InlineKeyboardButton.CallbackButton[][]

/** How Telegram is to show a file; what each takes is the same as in its `send…` method. */
export type MediaForm = 'photo' | 'animation' | 'video' | 'audio' | 'voice' | 'document'

/**
 * One call that sends something. Texts come with entities, never with a parse mode, so that no author's text
 * can break or inject. Which file_id a file has, or that it is to be uploaded first, is known to who sends.
 */
export type OutgoingMessage =
  /** sendMessage. There is no preview of any link but `preview`. */
  | {
      kind: 'text'
      text: string
      entities: MessageEntity[]
      preview?: { url: string }
      keyboard?: Keyboard
    }
  /** sendRichMessage. Media stand in the blocks as `media:<id>`; what they are stands in `media` by that id. */
  | {
      kind: 'rich'
      blocks: InputRichBlock<never>[]
      media: Record<string, MediaFile>
      keyboard?: Keyboard
    }
  /** sendPhoto, sendVideo … */
  | {
      kind: 'media'
      as: MediaForm
      media: MediaFile
      caption: string
      entities: MessageEntity[]
      keyboard?: Keyboard
    }
  /** sendMediaGroup: 2–10 of them. Telegram lets no keyboard stand under it. */
  | { kind: 'album'; items: AlbumItem[] }

export type AlbumItem = {
  as: Extract<MediaForm, 'photo' | 'video' | 'audio' | 'document'>
  media: MediaFile
  caption: string
  entities: MessageEntity[]
}
