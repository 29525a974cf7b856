import type { ContentContext } from '../blocks/contentContext.ts'
import type { Keyboard, OutgoingMessage } from '../outgoingMessage.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { StepView } from '../stepView.ts'
import type { RichText } from '../text/richText.ts'
import { toMessages } from '../toMessages.ts'
import { blockPieces } from './blockPieces.ts'
import { mediaMessages } from './mediaMessages.ts'
import type { Piece } from './piece.ts'

/** A step as messages of text with entities, and media between them. */
export const classicMessages = (view: StepView, context: ContentContext): OutgoingMessage[] => {
  const textOf = (text: RichText): Piece => ({ kind: 'text', text })
  const pieces = [
    ...(view.head === null ? [] : [textOf(view.head)]),
    ...view.blocks.flatMap((block) => blockPieces(block, context)),
    ...view.foot.map(textOf),
  ]
  const messages: OutgoingMessage[] = []
  let texts: Extract<Piece, { kind: 'text' }>[] = []
  const endText = (keyboard?: Keyboard) => {
    const text = joinTexts(
      texts.map((piece) => piece.text),
      '\n\n',
    )
    messages.push(
      ...toMessages(
        text,
        keyboard,
        texts.flatMap(({ previews = [] }) => previews),
      ),
    )
    texts = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'text') texts.push(piece)
    else {
      endText()
      messages.push(...mediaMessages(piece.items))
    }
  }
  endText(view.keyboard)
  return messages
}
