import type { Block, CalloutKind, Inline } from '../../../lesson/content/block.ts'
import { flatten } from './flatten.ts'
import { tidyInline } from './inlineText.ts'
import { nest } from './nest.ts'

const alerts: Record<string, CalloutKind> = {
  note: 'note',
  tip: 'tip',
  important: 'important',
  warning: 'warning',
  caution: 'warning',
}

/** `[!NOTE]` in the first line, as GitHub has it. */
const takeAlert = ([first, ...rest]: Block[]): { kind: CalloutKind; blocks: Block[] } | null => {
  const start = first?.type === 'paragraph' ? first.content[0] : undefined
  if (first?.type !== 'paragraph' || start?.type !== 'text') return null
  const [mark, name = ''] = /^\[!(\w+)\]\s*/.exec(start.text) ?? []
  const kind = alerts[name.toLowerCase()]
  if (mark === undefined || kind === undefined) return null
  const content = tidyInline([{ ...start, text: start.text.slice(mark.length) }, ...first.content.slice(1)])
  return { kind, blocks: content.length > 0 ? [{ ...first, content }, ...rest] : rest }
}

const linebreak: Inline = { type: 'linebreak' }

/** A quote holds lines: what else stands in it comes between two quotes. */
export const readQuote = (inner: Block[]): Block[] => {
  const alert = takeAlert(inner)
  if (alert)
    return nest(alert.blocks, false, (blocks) => ({ type: 'callout', kind: alert.kind, title: '', blocks }))
  const blocks: Block[] = []
  let content: Inline[] = []
  const close = () => {
    if (content.length > 0) blocks.push({ type: 'quote', content })
    content = []
  }
  for (const block of inner) {
    const flat =
      block.type === 'code' || block.type === 'math' ? { content: [], lifted: [block] } : flatten([block])
    if (flat.lifted.length > 0) {
      close()
      blocks.push(...flat.lifted)
    } else if (flat.content.length > 0)
      content.push(...(content.length > 0 ? [linebreak, linebreak] : []), ...flat.content)
  }
  close()
  return blocks
}
