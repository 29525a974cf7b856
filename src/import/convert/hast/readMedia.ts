import type { Element } from 'hast'

import type { Block, Inline, Mark } from '../../../lesson/content/block.ts'
import type { Context } from './context.ts'
import { addBlocks, type Flow } from './flow.ts'
import { propertyOf } from './properties.ts'

const words = (text: string, marks: Mark[] = []): Inline => ({ type: 'text', text, marks })

/** A picture that is elsewhere cannot be sent from here: its description leads to it. */
const remotePicture = (url: string, alt: string): Block => ({ type: 'embed', url, title: alt })

/** @param linkUrl where the picture itself leads: a film behind its first frame, say */
export const addImage = (flow: Flow, element: Element, context: Context, linkUrl?: string): void => {
  const address = propertyOf(element, 'src') || propertyOf(element, 'dataSrc')
  const alt = propertyOf(element, 'alt').replace(/\s+/g, ' ').trim()
  const title = propertyOf(element, 'title').replace(/\s+/g, ' ').trim()
  // A chat shows no description beside a caption, and has none for those who cannot see the picture.
  const caption = title === alt ? '' : title && [title, alt].filter(Boolean).join(' — ')
  const target = context.resolve(address)
  if (target.type === 'file' && target.kind === 'image') {
    addBlocks(flow, { type: 'image', media: target.ref, alt, caption })
    if (linkUrl !== undefined) addBlocks(flow, { type: 'embed', url: linkUrl, title: alt })
  } else if (target.type === 'file' && target.kind === 'video')
    addBlocks(flow, { type: 'video', media: target.ref, caption: alt })
  else if (target.type === 'web') {
    context.find('remotePicture', element, address)
    // Badges and the like stand within a line, and there they stay.
    if (flow.line.length > 0)
      flow.line.push({ type: 'link', url: linkUrl ?? target.url, content: [words(alt || target.url)] })
    else addBlocks(flow, remotePicture(linkUrl ?? target.url, caption || alt))
  } else {
    context.find('imageMissing', element, address)
    if (alt !== '') flow.line.push(words(alt))
  }
}

/** `<video>`, `<audio>`, `<iframe>`, `<embed>`: the file, or the page that it is on. */
export const addPlayer = (flow: Flow, element: Element, context: Context): void => {
  const sources = element.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  )
  const [address = ''] = [element, ...sources].map((node) => propertyOf(node, 'src')).filter(Boolean)
  const title = propertyOf(element, 'title').trim()
  const target = context.resolve(address)
  if (target.type === 'web') addBlocks(flow, { type: 'embed', url: target.url, title })
  else if (target.type === 'file') {
    const type = target.kind === 'image' || target.kind === 'file' ? 'file' : target.kind
    addBlocks(flow, { type, media: target.ref, caption: title })
  } else
    context.find(address === '' ? 'component' : 'missingLink', element, address || `<${element.tagName}>`)
}
