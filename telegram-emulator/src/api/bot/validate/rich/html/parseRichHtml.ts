import type { LinkedMedia } from '../readLinkedMedia.ts'
import { htmlButton } from './htmlButton.ts'
import { htmlInline } from './htmlInline.ts'
import { htmlList } from './htmlList.ts'
import { htmlMedia } from './htmlMedia.ts'
import { htmlTable } from './htmlTable.ts'
import { hasAttribute, htmlTree, textOf, type HtmlElement, type HtmlNode } from './htmlTree.ts'
import type { Inline } from './inlineParts.ts'

type Block = Record<string, unknown>

const BLOCKS = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 pre footer hr ul ol blockquote aside img video audio tg-document figure tg-map ' +
    'tg-collage tg-slideshow table details tg-math-block tg-button-row tg-thinking'
  ).split(' '),
)
/** Of a map that does not say how large it is to be shown. */
const MAP_SIZE = { width: 600, height: 300 }

/** The blocks that a text in Telegram's rich HTML stands for, as a bot would write them. */
export function parseRichHtml(html: string, linked: LinkedMedia): Block[] {
  return readBlocks(htmlTree(html))

  /** What stands in lines between blocks is a paragraph. */
  function readBlocks(nodes: readonly HtmlNode[]): Block[] {
    const blocks: Block[] = []
    let line: HtmlNode[] = []
    const endLine = () => {
      blocks.push(...paragraph(line))
      line = []
    }
    for (const node of nodes) {
      if (typeof node === 'string' || !holdsBlock(node)) line.push(node)
      else {
        endLine()
        blocks.push(...(isBlock(node) ? readBlock(node) : readBlocks(node.children)))
      }
    }
    endLine()
    return blocks
  }

  function readBlock(element: HtmlElement): Block[] {
    const { name, attributes, children } = element
    const [summary, content] = takeOut(children, 'summary')
    switch (name) {
      case 'p':
        return readBlocks(children)
      case 'pre':
        return withText(htmlInline(codeOf(element), true), (text) => ({
          type: 'pre',
          text,
          ...language(element),
        }))
      case 'footer':
        return withText(htmlInline(children), (text) => ({ type: 'footer', text }))
      case 'tg-thinking':
        return withText(htmlInline(children), (text) => ({ type: 'thinking', text }))
      case 'hr':
        return [{ type: 'divider' }]
      case 'ul':
      case 'ol':
        return present(htmlList(element, readBlocks))
      case 'blockquote':
      case 'aside':
        return quote(element)
      case 'table':
        return present(htmlTable(element))
      case 'details': {
        const isOpen = hasAttribute(element, 'open')
        const head = htmlInline(summary?.children ?? [])
        return [
          { type: 'details', summary: head, blocks: readBlocks(content), ...(isOpen && { is_open: true }) },
        ]
      }
      case 'tg-math-block': {
        const expression = textOf(children).trim()
        return expression === '' ? [] : [{ type: 'mathematical_expression', expression }]
      }
      case 'tg-button-row': {
        const buttons = elements(children).filter((child) => child.name === 'tg-button')
        const read = buttons.map((button) => htmlButton(button, htmlInline(button.children)))
        return [{ type: 'buttons', buttons: read, ...(attributes.align && { align: attributes.align }) }]
      }
      case 'figure':
      case 'tg-collage':
      case 'tg-slideshow':
        return captioned(element)
      case 'tg-map':
        return [map(attributes)]
      default: {
        const size = /^h([1-6])$/.exec(name)?.[1]
        if (size === undefined) return present(htmlMedia(element, linked))
        return withText(htmlInline(children), (text) => ({ type: 'heading', text, size: Number(size) }))
      }
    }
  }

  /** A figure is what it shows; a collage and a slideshow hold it. */
  function captioned({ name, children }: HtmlElement): Block[] {
    const [captionElement, content] = takeOut(children, 'figcaption')
    const caption = captionElement && readCaption(captionElement)
    const blocks = readBlocks(content)
    if (name !== 'figure') return [{ type: name.slice('tg-'.length), blocks, ...(caption && { caption }) }]
    const [first, ...rest] = blocks
    return first ? [{ ...first, ...(caption && { caption }) }, ...rest] : []
  }

  function quote(element: HtmlElement): Block[] {
    const [cite, content] = takeOut(element.children, 'cite')
    const credit = htmlInline(cite?.children ?? [])
    const end = { ...(credit !== '' && { credit }) }
    if (element.name === 'blockquote' && !hasAttribute(element, 'expandable')) {
      const blocks = readBlocks(content)
      return blocks.length === 0 ? [] : [{ type: 'blockquote', blocks, ...end }]
    }
    const type = element.name === 'aside' ? 'pullquote' : 'expandable_blockquote'
    return withText(htmlInline(content), (text) => ({ type, text, ...end }))
  }
}

function paragraph(line: readonly HtmlNode[]): Block[] {
  const text = htmlInline(line)
  if (typeof text === 'object' && !Array.isArray(text) && text.type === 'anchor') return [text]
  return withText(text, () => ({ type: 'paragraph', text }))
}

function readCaption({ children }: HtmlElement): Block {
  const [cite, content] = takeOut(children, 'cite')
  const credit = htmlInline(cite?.children ?? [])
  return { text: htmlInline(content), ...(credit !== '' && { credit }) }
}

function map({ lat, long, zoom, width, height }: HtmlElement['attributes']): Block {
  const number = (text: string | undefined, fallback: number) =>
    text ? Math.trunc(Number(text)) || 0 : fallback
  return {
    type: 'map',
    location: { latitude: Number(lat), longitude: Number(long) },
    zoom: number(zoom, 14),
    width: number(width, MAP_SIZE.width),
    height: number(height, MAP_SIZE.height),
  }
}

/** `<pre><code class="language-…">` is one block of code. */
function codeOf({ children }: HtmlElement): HtmlNode[] {
  const code = onlyCode(children)
  const [first, ...rest] = code ? code.children : children
  return typeof first === 'string' ? [first.replace(/^\n/, ''), ...rest] : first ? [first, ...rest] : []
}

function language({ children }: HtmlElement): { language?: string } {
  const found = /(?:^|\s)language-(\S+)/.exec(onlyCode(children)?.attributes.class ?? '')?.[1]
  return found ? { language: found } : {}
}

function onlyCode(nodes: readonly HtmlNode[]): HtmlElement | undefined {
  const [only, ...others] = nodes.filter((node) => typeof node !== 'string' || node.trim() !== '')
  return typeof only === 'object' && only.name === 'code' && others.length === 0 ? only : undefined
}

/** The first child with the name, and the others. */
function takeOut(nodes: readonly HtmlNode[], name: string): [HtmlElement | undefined, HtmlNode[]] {
  const found = elements(nodes).find((element) => element.name === name)
  return [found, nodes.filter((node) => node !== found)]
}

function elements(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.filter((node) => typeof node !== 'string')
}

/** A picture of a custom emoji stands in the line. */
function isBlock({ name, attributes }: HtmlElement): boolean {
  return BLOCKS.has(name) && !(name === 'img' && attributes.src?.startsWith('tg://emoji'))
}

function holdsBlock(element: HtmlElement): boolean {
  return isBlock(element) || elements(element.children).some(holdsBlock)
}

function withText(text: Inline, make: (text: Inline) => Block): Block[] {
  return text === '' ? [] : [make(text)]
}

function present(block: Block | undefined): Block[] {
  return block ? [block] : []
}
