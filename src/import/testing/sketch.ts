import type { Block, Inline, List } from '../../lesson/content/block.ts'

const markSigns = { bold: '*', italic: '/', underline: '_', strikethrough: '-', code: '`' } as const
const signOf = (mark: string) => (markSigns as Record<string, string>)[mark] ?? `<${mark}>`

const line = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'linebreak') return '⏎'
      if (inline.type === 'math') return `$${inline.latex}$`
      if (inline.type === 'link') return `[${line(inline.content)}](${inline.url})`
      return inline.marks.reduce((text, mark) => `${signOf(mark)}${text}${signOf(mark)}`, inline.text)
    })
    .join('')

const indent = (lines: string[]): string[] => lines.map((text) => `  ${text}`)

const list = ({ kind, start, items }: List): string[] =>
  items.flatMap(({ content, lists, isChecked }, index) => {
    const label = { bullet: '-', ordered: `${start + index}.`, task: isChecked ? '[x]' : '[ ]' }[kind]
    return [`${label} ${line(content)}`, ...indent(lists.flatMap(list))]
  })

const shapes = (block: Block): string[] => {
  switch (block.type) {
    case 'paragraph':
      return [line(block.content)]
    case 'heading':
      return [`${'#'.repeat(block.level)} ${line(block.content)}`]
    case 'quote':
      return [`> ${line(block.content)}`]
    case 'list':
      return list(block)
    case 'code':
      return [`code(${block.language}) ${block.code.replaceAll('\n', '⏎')}`]
    case 'math':
      return [`math ${block.latex.replaceAll('\n', '⏎')}`]
    case 'divider':
      return ['---']
    case 'table':
      return block.rows.map(
        (row) =>
          `|${row
            .map(({ content, isHeader, colspan, rowspan, align }) => {
              const signs = [isHeader ? '!' : '', align === 'left' ? '' : align]
              const spans = [colspan > 1 ? `c${colspan}` : '', rowspan > 1 ? `r${rowspan}` : '']
              const more = [...signs, ...spans].join('')
              return `${more === '' ? '' : `(${more})`}${line(content)}`
            })
            .join('|')}|`,
      )
    case 'callout':
      return [`callout(${block.kind}) ${block.title}`, ...indent(block.blocks.flatMap(shapes))]
    case 'details':
      return [
        `details${block.isOpen ? '(open)' : ''} ${block.summary}`,
        ...indent(block.blocks.flatMap(shapes)),
      ]
    case 'embed':
      return [`embed ${block.url} "${block.title}"`]
    case 'album':
      return [`album ${block.items.map(({ media }) => media).join(' ')} "${block.caption}"`]
    case 'image':
      return [`image ${block.media} "${block.alt}" "${block.caption}"`]
    default:
      return [`${block.type} ${block.media} "${block.caption}"`]
  }
}

/** Blocks as lines that a test can compare, and a person read. */
export const sketch = (blocks: readonly Block[]): string[] => blocks.flatMap(shapes)
