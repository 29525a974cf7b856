import type { InlineKeyboardButton, InputRichBlock, MessageEntity } from '@grammyjs/types'

import type { QuestionRef } from '../../contracts/effects/effectParts.ts'
import type { MediaFile } from '../../contracts/mediaFile.ts'

export type Keyboard = InlineKeyboardButton.CallbackButton[][]

/** How Telegram is to show a file; what each takes is the same as in its `send…` method. */
export type MediaForm = 'photo' | 'animation' | 'video' | 'audio' | 'voice' | 'document'

/**
 * One call that shows something. Texts come with entities, never with a parse mode, so that no author's text
 * can break or inject. Which file_id a file has, or that it is to be uploaded first, is known to who sends.
 */
export type OutgoingMessage =
  | SentMessage
  /** editMessageReplyMarkup: only the buttons below the message that was tapped; nothing where that cannot be. */
  | { kind: 'buttons'; keyboard: Keyboard }

/** A call that puts something new into the chat. */
export type SentMessage =
  /** sendMessage. There is no preview of any link but `preview`. */
  | {
      kind: 'text'
      text: string
      entities: MessageEntity[]
      preview?: { url: string }
      keyboard?: Keyboard
      /** Replaces the message whose button was tapped; sent anew where that cannot be. */
      isInPlace?: true
      /** Replaces this message of before; sent anew where that cannot be. */
      replaces?: number
      /** It shows what is collected at this step: the receipt tells the CMS which message that is. */
      draftOf?: string
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
  /** sendPoll: a quiz whose answers are told to the bot. */
  | OutgoingPoll

export type OutgoingPoll = {
  kind: 'poll'
  question: string
  options: string[]
  isMultiple: boolean
  /** Places of the right options, rising. */
  correct: number[]
  explanation: string | null
  media: MediaFile | null
  /** Pictures beside the options, in their order; left out when none has one. */
  optionMedia?: (MediaFile | null)[]
  /** Seconds after which Telegram closes it. */
  closesIn?: number
  keyboard?: Keyboard
  /** What the poll asks, for the receipt that tells the CMS which poll it became. */
  about: QuestionRef
  /** The same question as messages with buttons: for a Telegram that refuses the poll. */
  otherwise: OutgoingMessage[]
}

export type AlbumItem = {
  as: Extract<MediaForm, 'photo' | 'video' | 'audio' | 'document'>
  media: MediaFile
  caption: string
  entities: MessageEntity[]
}
