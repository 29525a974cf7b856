import type { Album, Block, CalloutKind } from '../../../lesson/content/block.ts'
import type { Attributes } from '../attributes.ts'
import type { Context } from './context.ts'
import { inlineText } from './inlineText.ts'
import { nest } from './nest.ts'

/** Kinds of The Carpentries' and other lessons' divs, as a chat shows them. */
const callouts = new Map<string, CalloutKind>(
  Object.entries({
    note: 'note',
    info: 'note',
    callout: 'note',
    objectives: 'note',
    questions: 'note',
    discussion: 'note',
    testimonial: 'note',
    instructor: 'note',
    prereq: 'important',
    prerequisites: 'important',
    important: 'important',
    keypoints: 'important',
    challenge: 'important',
    exercise: 'important',
    checklist: 'tip',
    tip: 'tip',
    hint: 'tip',
    success: 'tip',
    warning: 'warning',
    caution: 'warning',
    danger: 'warning',
  }),
)
const unfolding = new Set(['solution', 'spoiler', 'answer', 'collapse'])

const albums = new Map<string, Album['layout']>([
  ['album', 'collage'],
  ['gallery', 'collage'],
  ['slideshow', 'slideshow'],
])

/** Pictures together; what else stands between them comes after them. */
const readAlbum = (inner: Block[], layout: Album['layout']): Block[] => {
  const items: Album['items'] = []
  const rest: Block[] = []
  for (const block of inner) {
    if (block.type !== 'image') rest.push(block)
    else items.push({ media: block.media, alt: [block.alt, block.caption].filter(Boolean).join(' — ') })
  }
  return items.length < 2 ? inner : [{ type: 'album', layout, items, caption: '' }, ...rest]
}

/** A title that stands before everything else in it. */
const takeTitle = (blocks: Block[]): { title: string; rest: Block[] } => {
  const [first, ...rest] = blocks
  const title = first?.type === 'heading' ? inlineText(first.content).trim() : ''
  return title === '' || title.length > 200 ? { title: '', rest: blocks } : { title, rest }
}

const boldLine = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: ['bold'] }],
})

/** What stood between two lines of colons, or in a quote that has a class. */
export const readDiv = ({ classes, values }: Attributes, inner: Block[], context: Context): Block[] => {
  const layout = classes.map((name) => albums.get(name)).find((found) => found !== undefined)
  if (layout !== undefined) return readAlbum(inner, layout)
  const kind = classes.find(
    (name) => unfolding.has(name) || callouts.has(name) || name.startsWith('callout-'),
  )
  // Columns, tabs, figures and whatever else is only a place on a page.
  const said = values.title?.trim() ?? ''
  if (kind === undefined) return said === '' ? inner : [boldLine(said), ...inner]
  const { title, rest } = said === '' ? takeTitle(inner) : { title: said, rest: inner }
  if (unfolding.has(kind))
    return nest(rest, title !== '', (blocks, isFirst) => ({
      type: 'details',
      summary: (isFirst && title) || context.nameOfDiv(kind),
      isOpen: false,
      blocks,
    }))
  const plain = kind.replace(/^callout-/, '')
  return nest(rest, title !== '', (blocks, isFirst) => ({
    type: 'callout',
    kind: callouts.get(plain) ?? 'note',
    title: isFirst ? title || context.nameOfDiv(plain) : '',
    blocks,
  }))
}
