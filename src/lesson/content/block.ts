/**
 * A step's content as the lesson knows it: what a chat can show, free of the editor's form. `fromLexical` reads
 * it from what the editor stores, `toLexical` writes it, the renderers show it.
 */
export type Mark =
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' | 'spoiler' | 'subscript' | 'superscript'

export type Inline =
  | { type: 'text'; text: string; marks: Mark[] }
  | { type: 'linebreak' }
  | { type: 'link'; url: string; content: Inline[] }
  /** LaTeX source, without delimiters. */
  | { type: 'math'; latex: string }

export type ListItem = {
  content: Inline[]
  /** Lists below this item, in their order. */
  lists: List[]
  /** Of task lists; null in other lists. */
  isChecked: boolean | null
}

export type List = {
  type: 'list'
  kind: 'bullet' | 'ordered' | 'task'
  /** The first number of an ordered list. */
  start: number
  items: ListItem[]
}

export type TableCell = {
  content: Inline[]
  isHeader: boolean
  colspan: number
  rowspan: number
  align: 'left' | 'center' | 'right'
}

/** Ids of media are those of the CMS; what they are stands in the release's `media`. */
export type MediaBlock =
  | { type: 'image'; media: string; alt: string; caption: string }
  | { type: 'video'; media: string; caption: string }
  | { type: 'audio'; media: string; caption: string }
  | { type: 'voice'; media: string; caption: string }
  | { type: 'file'; media: string; caption: string }

export type Album = {
  type: 'album'
  /** `slideshow` is shown one at a time where the chat can, else as a collage. */
  layout: 'collage' | 'slideshow'
  items: { media: string; alt: string }[]
  caption: string
}

export const calloutKinds = ['note', 'tip', 'important', 'warning'] as const
export type CalloutKind = (typeof calloutKinds)[number]

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; content: Inline[] }
  | List
  | { type: 'quote'; content: Inline[] }
  /** `language` as in a Markdown fence, '' when there is none. */
  | { type: 'code'; language: string; code: string }
  | { type: 'table'; rows: TableCell[][] }
  | { type: 'math'; latex: string }
  /** `title` '' : the kind's own name is shown. */
  | { type: 'callout'; kind: CalloutKind; title: string; blocks: Block[] }
  | { type: 'details'; summary: string; isOpen: boolean; blocks: Block[] }
  | { type: 'divider' }
  | MediaBlock
  | Album
  /** A page or a video elsewhere, shown as a link with its preview. */
  | { type: 'embed'; url: string; title: string }
