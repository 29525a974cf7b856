import type { Comment, Element, RootContent, Text } from 'hast'
import { toText } from 'hast-util-to-text'

import type { Block, Mark } from '../../../lesson/content/block.ts'
import { divMark } from '../markDivs.ts'
import type { Context, Reader } from './context.ts'
import { blockElements, isHtmlElement, markOf, silentElements } from './elements.ts'
import { flatten } from './flatten.ts'
import { addBlocks, createFlow, endLine, finish, type Flow } from './flow.ts'
import { inlineText } from './inlineText.ts'
import { classesOf, propertyOf } from './properties.ts'
import { readCode } from './readCode.ts'
import { readDetails } from './readDetails.ts'
import { readDiv } from './readDiv.ts'
import { addLink } from './readLink.ts'
import { readList } from './readList.ts'
import { addImage, addPlayer } from './readMedia.ts'
import { readQuote } from './readQuote.ts'
import { readTable } from './readTable.ts'
import { styleMarks } from './styleMarks.ts'

/** Deeper trees are read as their text, so that no stack overflows. */
const maxDepth = 200

const blocksOf = (nodes: readonly RootContent[], context: Context): Block[] => {
  const flow = createFlow()
  readInto(flow, nodes, [], context)
  return finish(flow)
}

const addText = (flow: Flow, { value }: Text, marks: Mark[]): void => {
  const text = marks.includes('code') ? value.replace(/\n/g, ' ') : value.replace(/[ \t\r\n\f]+/g, ' ')
  if (text !== '') flow.line.push({ type: 'text', text, marks })
}

const withMark = (marks: Mark[], ...more: Mark[]): Mark[] => [...new Set([...marks, ...more])]

const addHeading = (flow: Flow, element: Element, context: Context): void => {
  // The heading of the footnotes is for those who hear the page.
  if (propertyOf(element, 'id').endsWith('footnote-label')) return
  const level = Number(element.tagName[1]) as 1 | 2 | 3 | 4 | 5 | 6
  const { content, lifted } = flatten(blocksOf(element.children, context))
  addBlocks(flow, ...(content.length > 0 ? [{ type: 'heading' as const, level, content }] : []), ...lifted)
}

const addFigure = (flow: Flow, element: Element, context: Context): void => {
  const isCaption = (node: RootContent) => node.type === 'element' && node.tagName === 'figcaption'
  const blocks = blocksOf(
    element.children.filter((child) => !isCaption(child)),
    context,
  )
  const captions = blocksOf(element.children.filter(isCaption), context)
  const flat = flatten(captions)
  const caption = inlineText(flat.content).trim()
  const [only] = blocks
  const isPicture = blocks.length === 1 && flat.lifted.length === 0 && only && 'caption' in only
  if (isPicture && caption.length <= 1024) addBlocks(flow, { ...only, caption })
  else addBlocks(flow, ...blocks, ...captions)
}

/** The opening tag as the source has it: the parser knows it in small letters only. */
const tagOf = (element: Element, { source }: Context): string => {
  const start = element.position?.start.offset
  const tag = start === undefined ? undefined : /^<[^<>]*>/.exec(source.slice(start, start + 500))?.[0]
  return tag ?? `<${element.tagName}>`
}

/** Whether there are words beside it in its own line. */
const isWithinLine = ({ position }: Element, { source }: Context): boolean => {
  const [start, end] = [position?.start.offset, position?.end.offset]
  if (start === undefined || end === undefined || source.slice(start, end).includes('\n')) return false
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
  return /[^\s>]/.test(before) || /\S/.test(/^[^\n]*/.exec(source.slice(end))?.[0] ?? '')
}

const addUnknown = (flow: Flow, element: Element, marks: Mark[], context: Context): void => {
  if (context.isMdx) {
    context.find('component', element, tagOf(element, context))
    if (isWithinLine(element, context)) return readInto(flow, element.children, marks, context)
    for (const name of ['title', 'label', 'summary'])
      if (propertyOf(element, name)) addBlocks(flow, paragraphOf(propertyOf(element, name)))
    endLine(flow)
    readInto(flow, element.children, marks, context)
    return endLine(flow)
  }
  flow.line.push({ type: 'text', text: tagOf(element, context), marks })
  readInto(flow, element.children, marks, context)
}

const paragraphOf = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: ['bold'] }],
})

const addElement = (flow: Flow, element: Element, marks: Mark[], context: Context): void => {
  const { tagName, children } = element
  const classes = classesOf(element)
  const mark = markOf(tagName)
  if (classes.includes('math-inline') || tagName === 'math') {
    const latex = toText(element).trim()
    return void (latex === '' || flow.line.push({ type: 'math', latex }))
  }
  if (mark !== undefined)
    return readInto(flow, children, withMark(marks, mark, ...styleMarks(element)), context)
  if (silentElements.has(tagName)) {
    if (tagName === 'script') context.find('scriptDropped', element, toText(element, { whitespace: 'pre' }))
    return
  }
  switch (tagName) {
    case 'br':
      return void flow.line.push({ type: 'linebreak' })
    case 'hr':
      return addBlocks(flow, { type: 'divider' })
    case 'img':
      return addImage(flow, element, context)
    case 'a':
      return addLink(flow, element, marks, context)
    case 'video':
    case 'audio':
    case 'iframe':
    case 'embed':
      return addPlayer(flow, element, context)
    case 'svg':
    case 'canvas':
      return context.find('drawingDropped', element, `<${tagName}>`)
    case 'input':
    case 'rp':
      return
    case 'rt':
      return readInto(
        flow,
        [{ type: 'text', value: ' (' }, ...children, { type: 'text', value: ')' }],
        marks,
        context,
      )
    case 'pre':
      return addBlocks(flow, readCode(element, context))
    case 'ul':
    case 'ol':
    case 'menu':
      return addBlocks(flow, ...readList(element, context))
    case 'table':
      return addBlocks(flow, ...readTable(element, context))
    case 'details':
      return addBlocks(flow, ...readDetails(element, context))
    case 'figure':
      return addFigure(flow, element, context)
    case 'blockquote':
      return addBlocks(flow, ...readQuote(blocksOf(children, context)))
    case 'dt':
      endLine(flow)
      readInto(flow, children, withMark(marks, 'bold'), context)
      return endLine(flow)
  }
  if (/^h[1-6]$/.test(tagName)) return addHeading(flow, element, context)
  if (tagName === 'div' && classes.length > 0)
    return addBlocks(flow, ...readDiv({ classes, values: {} }, blocksOf(children, context), context))
  if (!isHtmlElement(tagName)) return addUnknown(flow, element, marks, context)
  const isBlock = blockElements.has(tagName)
  if (isBlock) endLine(flow)
  readInto(flow, children, withMark(marks, ...styleMarks(element)), context)
  if (isBlock) endLine(flow)
}

const markIn = (node: RootContent | undefined): { kind: string; index: number } | null => {
  if (node?.type !== 'comment') return null
  const [, kind = '', index = ''] = divMark.exec((node as Comment).value.trim()) ?? []
  return kind === '' ? null : { kind, index: Number(index) }
}

const isClassed = new Set(['blockquote', 'pre'])

const isBlank = (node: RootContent) => node.type === 'text' && node.value.trim() === ''

/** The classes that kramdown gives to the quote or the code before them. */
const classesAfter = (nodes: readonly RootContent[], at: number, { divs }: Context): string[] => {
  let next = at + 1
  while (next < nodes.length && isBlank(nodes[next]!)) next++
  const mark = markIn(nodes[next])
  return (mark?.kind === 'class' ? divs[mark.index]?.classes : undefined) ?? []
}

let depth = 0

const readInto: Reader['into'] = (flow, nodes, marks, context) => {
  if (depth > maxDepth) {
    for (const node of nodes)
      if (node.type !== 'doctype') addText(flow, { type: 'text', value: toText(node) }, marks)
    return
  }
  depth++
  try {
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at]!
      const mark = markIn(node)
      if (mark?.kind === 'open') {
        const end = nodes.findIndex((other, index) => {
          const found = index > at ? markIn(other) : null
          return found?.kind === 'close' && found.index === mark.index
        })
        const inner = blocksOf(nodes.slice(at + 1, end === -1 ? undefined : end), context)
        addBlocks(flow, ...readDiv(context.divs[mark.index] ?? { classes: [], values: {} }, inner, context))
        at = end === -1 ? nodes.length : end
      } else if (node.type === 'text') addText(flow, node, marks)
      else if (node.type === 'element') {
        const classes = isClassed.has(node.tagName) ? classesAfter(nodes, at, context) : []
        if (classes.length === 0) addElement(flow, node, marks, context)
        else if (node.tagName === 'pre') addBlocks(flow, readCode(node, context, classes))
        else addBlocks(flow, ...readDiv({ classes, values: {} }, blocksOf(node.children, context), context))
      }
    }
  } finally {
    depth--
  }
}

export const reader: Reader = { into: readInto, blocks: blocksOf }
