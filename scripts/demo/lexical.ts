/** The few parts of a rich text that the demo course is written with, as the editor stores them. */
interface LexicalNode {
  type: string
  version: 1
  [key: string]: unknown
}

const BOLD = 1
const ITALIC = 2
const block = { version: 1, direction: 'ltr', format: '', indent: 0 } as const

/** Text with **bold** and _italic_ parts. */
function inline(text: string): LexicalNode[] {
  return text
    .split(/(\*\*[^*]+\*\*|_[^_]+_)/)
    .filter((part) => part !== '')
    .map((part) => {
      const format = part.startsWith('**') ? BOLD : part.startsWith('_') && part.length > 2 ? ITALIC : 0
      const bare = format === BOLD ? part.slice(2, -2) : format === ITALIC ? part.slice(1, -1) : part
      return { type: 'text', version: 1, text: bare, format, mode: 'normal', style: '', detail: 0 }
    })
}

export const paragraph = (text: string): LexicalNode => ({
  ...block,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children: inline(text),
})

export const heading = (text: string): LexicalNode => ({
  ...block,
  type: 'heading',
  tag: 'h2',
  children: inline(text),
})

export const quote = (text: string): LexicalNode => ({ ...block, type: 'quote', children: inline(text) })

function list(listType: 'bullet' | 'number', items: string[]): LexicalNode {
  return {
    ...block,
    type: 'list',
    listType,
    tag: listType === 'bullet' ? 'ul' : 'ol',
    start: 1,
    children: items.map((item, index) => ({
      ...block,
      type: 'listitem',
      value: index + 1,
      children: inline(item),
    })),
  }
}

export const bullets = (...items: string[]): LexicalNode => list('bullet', items)
export const numbered = (...items: string[]): LexicalNode => list('number', items)

export function lexicalDocument(...children: LexicalNode[]): { root: LexicalNode } {
  return { root: { ...block, type: 'root', children } }
}
