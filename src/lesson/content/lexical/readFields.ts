import { calloutKinds, type Album, type Block } from '../block.ts'
import type { LexicalNode } from './lexicalNode.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** Ids of files come bare or, from deeper queries, with the file around them. */
const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? textOf((value as LexicalNode).id) : textOf(value)

const itemsOf = (value: unknown): Album['items'] =>
  (Array.isArray(value) ? (value as unknown[]) : [])
    .filter((item): item is LexicalNode => typeof item === 'object' && item !== null)
    .map((item) => ({ media: idOf(item.media), alt: textOf(item.alt) }))

const mediaTypes = { Video: 'video', Audio: 'audio', Voice: 'voice', File: 'file' } as const

/**
 * A block of the editor by its fields, or null when there is no such block. `readContent` reads the content of
 * one that holds others.
 */
export const readFields = (fields: LexicalNode, readContent: (content: unknown) => Block[]): Block | null => {
  const { blockType } = fields
  const caption = textOf(fields.caption)
  switch (blockType) {
    case 'Code':
      // Blank lines at the edges are the editor's, indentation is the author's.
      return {
        type: 'code',
        language: textOf(fields.language).trim(),
        code: textOf(fields.code)
          .replace(/\r\n?/g, '\n')
          .replace(/^(?:[^\S\n]*\n)+/, '')
          .trimEnd(),
      }
    case 'Math':
      return { type: 'math', latex: textOf(fields.latex).trim() }
    case 'Callout': {
      const kind = calloutKinds.find((known) => known === fields.kind) ?? 'note'
      return { type: 'callout', kind, title: textOf(fields.title), blocks: readContent(fields.content) }
    }
    case 'Details': {
      const summary = textOf(fields.summary)
      return { type: 'details', summary, isOpen: fields.isOpen === true, blocks: readContent(fields.content) }
    }
    case 'Image':
      return { type: 'image', media: idOf(fields.media), alt: textOf(fields.alt), caption }
    case 'Video':
    case 'Audio':
    case 'Voice':
    case 'File':
      return { type: mediaTypes[blockType], media: idOf(fields.media), caption }
    case 'Album': {
      const layout = fields.layout === 'slideshow' ? 'slideshow' : 'collage'
      return { type: 'album', layout, items: itemsOf(fields.items), caption }
    }
    case 'Embed':
      return { type: 'embed', url: textOf(fields.url).trim(), title: textOf(fields.title) }
    default:
      return null
  }
}
