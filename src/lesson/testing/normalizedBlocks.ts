import type { Block, Inline, List, Mark } from '../content/block.ts'

const order: Mark[] = [
  ...([
    'bold',
    'italic',
    'strikethrough',
    'underline',
    'code',
    'subscript',
    'superscript',
    'spoiler',
  ] as const),
]

const line = (inlines: readonly Inline[]): Inline[] => {
  const result: Inline[] = []
  for (const inline of inlines) {
    if (inline.type === 'linebreak') result.push(inline)
    if (inline.type === 'math' && inline.latex.trim() !== '')
      result.push({ type: 'math', latex: inline.latex.trim() })
    if (inline.type === 'link' && inline.url.trim() === '') result.push(...line(inline.content))
    if (inline.type === 'link' && inline.url.trim() !== '')
      result.push({ type: 'link', url: inline.url.trim(), content: line(inline.content) })
    if (inline.type === 'text') {
      const marks = order.filter((mark) => inline.marks.includes(mark))
      inline.text.split(/\r\n?|[\n\u2028\u2029]/).forEach((text, index) => {
        if (index > 0) result.push({ type: 'linebreak' })
        if (text !== '') result.push({ type: 'text', text, marks })
      })
    }
  }
  return result.reduce<Inline[]>((merged, inline) => {
    const last = merged.at(-1)
    if (inline.type !== 'text' || last?.type !== 'text' || inline.marks.join() !== last.marks.join())
      return [...merged, inline]
    return [...merged.slice(0, -1), { ...last, text: last.text + inline.text }]
  }, [])
}

const filled = (inlines: readonly Inline[]): Inline[] => {
  const own = line(inlines)
  const isSeen = (inline: Inline) =>
    inline.type === 'math' || inline.type === 'link' || (inline.type === 'text' && /\S/.test(inline.text))
  return own.some(isSeen) ? own : []
}

const normalizedList = (list: List): List => ({
  ...list,
  start: list.kind === 'ordered' ? list.start : 1,
  items: list.items.map(({ content, lists, isChecked }) => ({
    ...{ content: filled(content), lists: lists.map(normalizedList) },
    isChecked: list.kind === 'task' ? isChecked === true : null,
  })),
})

const normalized = (block: Block): Block[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote': {
      const content = filled(block.content)
      return content.length > 0 ? [{ ...block, content }] : []
    }
    case 'list':
      return [normalizedList(block)]
    case 'table':
      return [
        {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, content: filled(cell.content) }))),
        },
      ]
    case 'code': {
      const code = block.code
        .replace(/\r\n?/g, '\n')
        .replace(/^(\s*\n)+/, '')
        .replace(/\s+$/, '')
      return code === '' ? [] : [{ ...block, language: block.language.trim(), code }]
    }
    case 'math':
      return block.latex.trim() === '' ? [] : [{ ...block, latex: block.latex.trim() }]
    case 'callout': {
      const blocks = normalizedBlocks(block.blocks)
      return blocks.length > 0 || block.title.trim() !== '' ? [{ ...block, blocks }] : []
    }
    case 'details': {
      const blocks = normalizedBlocks(block.blocks)
      return blocks.length > 0 || block.summary.trim() !== '' ? [{ ...block, blocks }] : []
    }
    case 'embed':
      return block.url.trim() !== '' || block.title !== '' ? [{ ...block, url: block.url.trim() }] : []
    case 'album':
      return block.items.length > 0 || block.caption !== '' ? [block] : []
    case 'divider':
      return [block]
    default:
      return block.media !== '' || block.caption !== '' ? [block] : []
  }
}

/** The form of some blocks that the editor's form keeps; written apart from the code it judges. */
export const normalizedBlocks = (blocks: readonly Block[]): Block[] => blocks.flatMap(normalized)
