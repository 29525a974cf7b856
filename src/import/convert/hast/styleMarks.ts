import type { Element } from 'hast'

import type { Mark } from '../../../lesson/content/block.ts'
import { classesOf, propertyOf } from './properties.ts'

/** What word processors say by styles alone. */
export const styleMarks = (element: Element): Mark[] => {
  const style = propertyOf(element, 'style').toLowerCase()
  const marks: Mark[] = []
  if (/font-weight:\s*(bold|[6-9]00)/.test(style)) marks.push('bold')
  if (/font-style:\s*italic/.test(style)) marks.push('italic')
  if (/text-decoration[^;]*underline/.test(style)) marks.push('underline')
  if (/text-decoration[^;]*line-through/.test(style)) marks.push('strikethrough')
  if (classesOf(element).some((name) => name === 'spoiler' || name === 'tg-spoiler')) marks.push('spoiler')
  return marks
}
