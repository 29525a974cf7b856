import type { InputRichBlock, RichText } from '@grammyjs/types'

import type { OutgoingMessage } from '../render/outgoingMessage.ts'

const ofRichText = (text: RichText | undefined): string => {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(ofRichText).join('')
  if (text.type === 'mathematical_expression') return text.expression
  return 'text' in text ? ofRichText(text.text) : ''
}

const captionOf = (block: { caption?: { text: RichText } }) => ofRichText(block.caption?.text)

const ofRichBlock = (block: InputRichBlock<never>): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pre':
    case 'footer':
      return ofRichText(block.text)
    case 'mathematical_expression':
      return block.expression
    case 'list':
      return block.items.map((item) => item.blocks.map(ofRichBlock).join('\n')).join('\n')
    case 'table':
      return block.cells.map((row) => row.map((cell) => ofRichText(cell.text)).join(' ')).join('\n')
    case 'blockquote':
      return block.blocks.map(ofRichBlock).join('\n')
    case 'details':
      return [ofRichText(block.summary), ...block.blocks.map(ofRichBlock)].join('\n')
    case 'collage':
    case 'slideshow':
      return [...block.blocks.map(ofRichBlock), captionOf(block)].join('\n')
    case 'photo':
    case 'video':
    case 'animation':
    case 'audio':
    case 'voice_note':
    case 'document':
      return captionOf(block)
    case 'divider':
      return ''
    default:
      throw new Error(`no lesson sends ${block.type}`)
  }
}

const ofMessage = (message: OutgoingMessage): string => {
  switch (message.kind) {
    case 'text':
      return message.text
    case 'rich':
      return message.blocks.map(ofRichBlock).join('\n')
    case 'media':
      return message.caption
    case 'album':
      return message.items.map(({ caption }) => caption).join('\n')
    case 'poll':
      return message.question
    case 'buttons':
      return ''
  }
}

/** All that a person reads in some messages, from top to bottom. */
export const shownText = (messages: readonly OutgoingMessage[]): string => messages.map(ofMessage).join('\n')
