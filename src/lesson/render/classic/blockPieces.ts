import type { Block } from '../../content/block.ts'
import { calloutTitle } from '../blocks/calloutTitle.ts'
import type { ContentContext } from '../blocks/contentContext.ts'
import { linkTarget } from '../blocks/linkTarget.ts'
import { latexToUnicode } from '../latex/latexToUnicode.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { wrapText } from '../text/wrapText.ts'
import { formatText } from '../texts/formatText.ts'
import { codeText } from './codeText.ts'
import { inlineText } from './inlineText.ts'
import { listText } from './listText.ts'
import { albumPieces, mediaPieces } from './mediaPieces.ts'
import type { Piece } from './piece.ts'
import { tableText } from './tableText.ts'

type TextPiece = Extract<Piece, { kind: 'text' }>
type Quote = 'blockquote' | 'expandable_blockquote'

const ruleLine = '———'

const textPiece = (text: RichText): Piece[] => (text.text.trim() === '' ? [] : [{ kind: 'text', text }])

const joined = (pieces: readonly TextPiece[], separator: string): TextPiece => ({
  kind: 'text',
  text: joinTexts(
    pieces.map(({ text }) => text),
    separator,
  ),
  previews: pieces.flatMap(({ previews = [] }) => previews),
})

/** A title and what stands below it as quotations: one for each run of text between media. */
const quoted = (title: string, pieces: readonly Piece[], type: Quote): Piece[] => {
  const head = wrapText(plainText(title), { type: 'bold' })
  const result: Piece[] = []
  let run: TextPiece[] = []
  const endRun = () => {
    if (run.length > 0) {
      const { text, previews } = joined(run, '\n\n')
      const whole = result.length === 0 ? joinTexts([head, text], '\n') : text
      result.push({ kind: 'text', text: wrapText(whole, { type }), previews })
    }
    run = []
  }
  if (pieces[0]?.kind !== 'text') result.push({ kind: 'text', text: wrapText(head, { type }) })
  for (const piece of pieces) {
    if (piece.kind === 'text') run.push(piece)
    else {
      endRun()
      result.push(piece)
    }
  }
  endRun()
  return result
}

const embedPieces = (url: string, title: string): Piece[] => {
  const target = linkTarget(url)
  const words = title.trim() === '' ? url : title
  if (target === null) return textPiece(plainText(words))
  const link = wrapText(plainText(words), { type: 'text_link', url: target })
  return [{ kind: 'text', text: link, previews: [target] }]
}

const mathText = (latex: string): RichText => {
  const readable = latexToUnicode(latex)
  return readable === null ? codeText(latex, 'latex') : plainText(readable)
}

/** A block as texts and media in their order. */
export const blockPieces = (block: Block, context: ContentContext): Piece[] => {
  const inner = (blocks: readonly Block[]) => blocks.flatMap((one) => blockPieces(one, context))
  switch (block.type) {
    case 'paragraph':
      return textPiece(inlineText(block.content))
    case 'heading':
      return textPiece(wrapText(inlineText(block.content), { type: 'bold' }))
    case 'quote':
      return textPiece(wrapText(inlineText(block.content), { type: 'blockquote' }))
    case 'list':
      return textPiece(listText(block))
    case 'code':
      return textPiece(codeText(block.code, block.language))
    case 'table':
      return textPiece(tableText(block.rows))
    case 'math':
      return textPiece(mathText(block.latex))
    case 'callout': {
      const title = calloutTitle(block.kind, block.title, context.locale)
      return quoted(title, inner(block.blocks), 'blockquote')
    }
    case 'details': {
      const isNamed = block.summary.trim() !== ''
      const title = isNamed ? block.summary : formatText(context.locale, 'detailsSummary', {}).text
      return quoted(title, inner(block.blocks), block.isOpen ? 'blockquote' : 'expandable_blockquote')
    }
    case 'divider':
      return textPiece(plainText(ruleLine))
    case 'album':
      return albumPieces(block, context)
    case 'embed':
      return embedPieces(block.url, block.title)
    default:
      return mediaPieces(block, context)
  }
}
