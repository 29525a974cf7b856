import type { RichBlock, RichText } from '@grammyjs/types'

import type { Fields } from '../../fields.ts'
import type { FindMentioned } from '../format/parsedText.ts'

/** A media block that waits for its file. */
export interface PendingMedia {
  block: RichBlock
  /** The InputMedia object. */
  input: Fields
}

/** What is noted while the blocks of one rich message are read. */
export interface RichContext {
  /** Drafts may think, and may not upload. */
  isDraft: boolean
  /** Whether links, mentions and the like are looked for in texts. */
  hasDetection: boolean
  findPerson: FindMentioned
  pendingMedia: PendingMedia[]
  /** Whether a link in HTML or Markdown named the file: it has errors of its own. */
  isFromLink(input: Fields): boolean
  /** By name; whether it is a reference, whose text is shown, or the mere place of an anchor. */
  anchors: Map<string, { isReference: boolean }>
  /** Links to anchors: what they are follows from the anchors, which may come later. */
  anchorLinks: AnchorLink[]
}

export type AnchorLink = Extract<RichText, { type: 'anchor_link' | 'reference_link' | 'url' }>
