import type { RichBlockCaption } from '@grammyjs/types'

import { requiredObject, type Fields } from '../../fields.ts'
import { readRichText } from './readRichText.ts'
import type { RichContext } from './richContext.ts'

/** What stands below a medium, a map or several of them; undefined if nothing does. */
export function readRichCaption(block: Fields, context: RichContext): { caption?: RichBlockCaption } {
  if (block.caption === undefined || block.caption === null) return {}
  const given = requiredObject(block, 'caption')
  const text = readRichText(given.text ?? '', context)
  const credit = readRichText(given.credit ?? '', context)
  if (text === '' && credit === '') return {}
  return { caption: { text, ...(credit !== '' && { credit }) } }
}
