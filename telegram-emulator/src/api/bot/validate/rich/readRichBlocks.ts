import type { RichBlock, RichText } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { isObject, requiredInteger, requiredString, type Fields } from '../../fields.ts'
import { cleanString } from './cleanString.ts'
import { optionalBoolean, optionalChoice, optionalString, requiredArray } from './optionalFields.ts'
import { readRichButton } from './readRichButton.ts'
import { readRichCaption } from './readRichCaption.ts'
import { readRichList } from './readRichList.ts'
import { readRichMap } from './readRichMap.ts'
import { readRichMedia } from './readRichMedia.ts'
import { readRichTable } from './readRichTable.ts'
import { noteAnchor, readRichText } from './readRichText.ts'
import type { RichContext } from './richContext.ts'
import { LIMITS } from '../limits.ts'

const HEADING_SIZES = [1, 2, 3, 4, 5, 6] as const
const ALIGNMENTS = ['left', 'center', 'right'] as const

/** The blocks of a rich message, as the message shows them; their media are noted and still missing. */
export function readRichBlocks(values: readonly unknown[], context: RichContext): RichBlock[] {
  return values.map((value) => {
    if (!isObject(value)) throw new Error('expected an Object')
    return readRichBlock(requiredString(value, 'type'), value, context)
  })
}

function readRichBlock(type: string, value: Fields, context: RichContext): RichBlock {
  switch (type) {
    case 'paragraph':
    case 'footer':
      return { type, text: readText(value, 'text', context) }
    case 'heading': {
      const text = readText(value, 'text', context)
      return { type, text, size: readHeadingSize(value) }
    }
    case 'pre': {
      const language = cleanString(optionalString(value, 'language'), 'language')
      const text = readText(value, 'text', { ...context, hasDetection: false })
      return { type, text, ...(language && { language }) }
    }
    case 'divider':
      return { type }
    case 'mathematical_expression': {
      const expression = cleanString(requiredString(value, 'expression'), 'mathematical expression')
      return { type, expression: required(expression) }
    }
    case 'anchor': {
      const name = cleanString(requiredString(value, 'name'), 'anchor name')
      noteAnchor(context, name, false)
      return { type, name }
    }
    case 'list':
      return readRichList(value, (blocks) => readContent(blocks, context))
    case 'blockquote': {
      const blocks = readContent(requiredArray(value, 'blocks'), context)
      return { type, blocks, ...readCredit(value, context) }
    }
    case 'expandable_blockquote':
    case 'pullquote':
      return { type, text: readText(value, 'text', context), ...readCredit(value, context) }
    case 'collage':
    case 'slideshow': {
      const blocks = readContent(requiredArray(value, 'blocks'), context)
      return { type, blocks, ...readRichCaption(value, context) }
    }
    case 'table':
      return readRichTable(value, context)
    case 'details': {
      const summary = readText(value, 'summary', context)
      const blocks = readContent(requiredArray(value, 'blocks'), context)
      return { type, summary, blocks, ...(optionalBoolean(value, 'is_open') && { is_open: true as const }) }
    }
    case 'map':
      return readRichMap(value, context)
    case 'photo':
    case 'video':
    case 'animation':
    case 'audio':
    case 'voice_note':
    case 'document':
      return readRichMedia(type, value, context)
    case 'buttons':
      return readButtons(value, context)
    case 'thinking':
      if (context.isDraft) return { type, text: readText(value, 'text', context) }
  }
  throw new Error(`type "${type}" is unsupported`)
}

function readText(value: Fields, name: string, context: RichContext): RichText {
  if (value[name] === undefined) throw new Error(`Can't find field "${name}"`)
  return required(readRichText(value[name], context))
}

/** What holds blocks must hold one. */
function readContent(values: readonly unknown[], context: RichContext): RichBlock[] {
  const blocks = readRichBlocks(values, context)
  if (blocks.length === 0) throw badRequest('RICH_MESSAGE_CONTENT_REQUIRED')
  return blocks
}

function required<Text extends RichText>(text: Text): Text {
  if (text === '') throw badRequest('RICH_MESSAGE_CONTENT_REQUIRED')
  return text
}

function readCredit(value: Fields, context: RichContext): { credit?: RichText } {
  if (value.credit === undefined || value.credit === null) return {}
  const credit = readRichText(value.credit, context)
  return credit === '' ? {} : { credit }
}

function readHeadingSize(value: Fields) {
  const given = requiredInteger(value, 'size')
  const size = HEADING_SIZES.find((candidate) => candidate === given)
  if (size === undefined) throw badRequest('invalid section heading size specified')
  return size
}

function readButtons(value: Fields, context: RichContext): RichBlock {
  const align = optionalChoice(value, 'align', ALIGNMENTS, undefined)
  const buttons = requiredArray(value, 'buttons').map((button) => {
    if (!isObject(button)) throw new Error('RichMessageButton must be an Object')
    return readRichButton(button, (text) => readRichText(text, { ...context, hasDetection: false }))
  })
  if (buttons.length === 0) throw badRequest('RICH_MESSAGE_CONTENT_REQUIRED')
  if (buttons.length > LIMITS.richRowButtons) throw badRequest('RICH_MESSAGE_BUTTONS_TOO_MANY')
  return { type: 'buttons', buttons, ...(align && { align }) }
}
