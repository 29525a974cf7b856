import type { Element, ElementContent } from 'hast'

import type { Mark } from '../../../lesson/content/block.ts'
import type { Context } from './context.ts'
import { blockElements } from './elements.ts'
import { addBlocks, createFlow, type Flow } from './flow.ts'
import { inlineText, tidyInline } from './inlineText.ts'
import { propertyOf } from './properties.ts'
import { addImage } from './readMedia.ts'

const isElement = (node: ElementContent): node is Element => node.type === 'element'
const isPicture = (node: ElementContent): node is Element => isElement(node) && node.tagName === 'img'
const isBlank = (node: ElementContent) => node.type === 'text' && node.value.trim() === ''
const hasBlock = (node: ElementContent): boolean =>
  isElement(node) &&
  (node.tagName === 'img' || blockElements.has(node.tagName) || node.children.some(hasBlock))

const space = (marks: Mark[]) => ({ type: 'text' as const, text: ' ', marks })

export const addLink = (flow: Flow, element: Element, marks: Mark[], context: Context): void => {
  const { children } = element
  // A footnote leads back to where it is called: a chat has no such way.
  if (element.properties.dataFootnoteBackref !== undefined) return
  const address = propertyOf(element, 'href')
  const target = address === '' ? null : context.resolve(address)
  const url = target?.type === 'web' ? target.url : undefined

  if (children.some(isPicture) && children.every((child) => isPicture(child) || isBlank(child)))
    return children.filter(isPicture).forEach((picture) => addImage(flow, picture, context, url))
  if (children.some(hasBlock)) {
    context.read.into(flow, children, marks, context)
    if (url !== undefined) addBlocks(flow, { type: 'embed', url, title: '' })
    return
  }

  const inner = createFlow()
  context.read.into(inner, children, marks, context)
  if (url === undefined) {
    flow.line.push(...inner.line)
    if (target?.type === 'file') flow.after.push(attachment(target, inlineText(inner.line).trim()))
    else if (target?.type === 'missing') context.find('missingLink', element, address)
    else if (target !== null && !address.startsWith('#')) context.find('pageLink', element, address)
    return
  }
  // The space around the words of a link is the sentence's.
  const text = inlineText(inner.line)
  const content = tidyInline(inner.line)
  if (/^\s/.test(text)) flow.line.push(space(marks))
  if (content.length > 0) flow.line.push({ type: 'link', url, content })
  if (/\s$/.test(text)) flow.line.push(space(marks))
}

const attachment = (
  { ref, kind }: { ref: string; kind: 'image' | 'video' | 'audio' | 'file' },
  caption: string,
) =>
  kind === 'image'
    ? { type: 'image' as const, media: ref, alt: caption, caption: '' }
    : { type: kind, media: ref, caption }
