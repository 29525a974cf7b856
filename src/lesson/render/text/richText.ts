import type { MessageEntity } from '@grammyjs/types'

type Style = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'
type Quote = 'blockquote' | 'expandable_blockquote'

type SimpleEntity = {
  type: Style | 'code' | Quote
  offset: number
  length: number
}

/** The entities that lessons use. Offsets and lengths count UTF-16 units, as JavaScript's strings do. */
export type TextEntity = SimpleEntity | MessageEntity.PreMessageEntity | MessageEntity.TextLinkMessageEntity

export type RichText = { readonly text: string; readonly entities: readonly TextEntity[] }
