import type { Block } from '../../content/block.ts'
import { halveBlock } from '../blocks/halveBlock.ts'
import type { ContentContext } from '../blocks/contentContext.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import type { StepView } from '../stepView.ts'
import { richBlocks, type RichBlock } from './richBlocks.ts'
import { mediaOf } from './mediaOf.ts'
import { richTextOf } from './richTextOf.ts'
import { addSizes, fitsMessage, richSize, type RichSize } from './richSize.ts'

/** What is not taken apart any more. A heading goes with what it heads. */
type Unit = { blocks: RichBlock[]; size: RichSize; isHeading: boolean }

const unitOf = (blocks: RichBlock[], isHeading: boolean): Unit => ({
  blocks,
  size: richSize(blocks),
  isHeading,
})

const unitsOf = (block: Block, context: ContentContext): Unit[] => {
  const unit = unitOf(richBlocks([block], context), block.type === 'heading')
  if (fitsMessage(unit.size)) return [unit]
  return halveBlock(block)?.flatMap((part) => unitsOf(part, context)) ?? [unit]
}

const sizeOf = (units: readonly Unit[]) => units.reduce((sum, { size }) => addSizes(sum, size), richSize([]))

/** Units in as few messages as they fit into, in order. */
const packed = (units: readonly Unit[]): Unit[][] => {
  const messages: Unit[][] = []
  let current: Unit[] = []
  let size = sizeOf([])
  for (const unit of units) {
    if (current.length > 0 && !fitsMessage(addSizes(size, unit.size))) {
      const last = current.findLastIndex(({ isHeading }) => !isHeading)
      const headings = last === -1 ? [] : current.slice(last + 1)
      const isTogether = fitsMessage(addSizes(sizeOf(headings), unit.size))
      messages.push(isTogether ? current.slice(0, current.length - headings.length) : current)
      current = isTogether ? headings : []
      size = sizeOf(current)
    }
    current.push(unit)
    size = addSizes(size, unit.size)
  }
  return current.length > 0 ? [...messages, current] : messages
}

/** A step as rich messages: one, where it fits Telegram's limits. */
export const richMessages = (view: StepView, context: ContentContext): OutgoingMessage[] => {
  const head: RichBlock[] = view.head === null ? [] : [{ type: 'heading', text: view.head.text, size: 1 }]
  const foot = view.foot
    .filter(({ text }) => text !== '')
    .map((text, index, all): RichBlock => {
      return { type: index === all.length - 1 ? 'footer' : 'paragraph', text: richTextOf(text) }
    })
  const units = [
    ...head.map((block) => unitOf([block], true)),
    ...view.blocks.flatMap((block) => unitsOf(block, context)).filter(({ blocks }) => blocks.length > 0),
    ...foot.map((block) => unitOf([block], false)),
  ]
  const messages = packed(units)
  return messages.map((parts, index) => {
    const blocks = parts.flatMap((part) => part.blocks)
    const hasKeyboard = index === messages.length - 1 && view.keyboard.length > 0
    const media = mediaOf(blocks, context.media)
    return { kind: 'rich', blocks, media, ...(hasKeyboard && { keyboard: view.keyboard }) }
  })
}
