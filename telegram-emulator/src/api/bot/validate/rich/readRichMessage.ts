import type { RichMessage } from '@grammyjs/types'

import type { BotApiCall } from '../../botApiCall.ts'
import { badRequest } from '../../botApiError.ts'
import { checked, isObject, within, type Fields } from '../../fields.ts'
import { checkRichLimits } from './checkRichLimits.ts'
import { parseRichHtml } from './html/parseRichHtml.ts'
import { richMarkdownToHtml } from './markdown/richMarkdownToHtml.ts'
import { optionalBoolean, requiredArray } from './optionalFields.ts'
import { readLinkedMedia } from './readLinkedMedia.ts'
import { readRichBlocks } from './readRichBlocks.ts'
import { finishAnchorLinks } from './readRichLink.ts'
import { resolveRichMedia } from './resolveRichMedia.ts'
import type { RichContext } from './richContext.ts'

const SOURCES = ['html', 'markdown', 'blocks'] as const

/** The rich message that a call brings, checked, with its media where they belong. */
export async function readRichMessage(call: BotApiCall, isDraft = false): Promise<RichMessage> {
  const given = call.parameters.json('rich_message', 'rich message')
  if (given === undefined) throw badRequest('rich message must be non-empty')
  if (!isObject(given)) throw badRequest('object expected as rich message')
  const flag = (name: string) => checked(() => optionalBoolean(given, name))
  const isRtl = flag('is_rtl')
  const context: RichContext = {
    isDraft,
    hasDetection: !flag('skip_entity_detection'),
    findPerson: (id) => call.emulator.store.people.get(id),
    pendingMedia: [],
    isFromLink: () => false,
    anchors: new Map(),
    anchorLinks: [],
  }
  const values = readSource(given, context)
  const blocks = within("can't parse InputRichBlock", () => readRichBlocks(values, context))
  finishAnchorLinks(context)
  checkRichLimits(blocks)
  await resolveRichMedia(call, context)
  return { blocks, ...(isRtl && { is_rtl: true }) }
}

/** The blocks that the message is written with, or those that its dialect stands for. */
function readSource(given: Fields, context: RichContext): unknown[] {
  const sources = SOURCES.filter((name) => given[name] !== undefined)
  const [source] = sources
  if (source === undefined) throw badRequest('rich message must be non-empty')
  // The real server takes the blocks; the reference forbids it, and a bot that does it has a bug.
  if (sources.length > 1)
    throw badRequest(
      `exactly one of html, markdown and blocks is allowed, but there are ${sources.join(' and ')}`,
    )
  if (source === 'blocks') return checked(() => requiredArray(given, source))
  const media = readLinkedMedia(given.media)
  const sent = new Set([...media.values()].map((input) => input.media))
  context.isFromLink = (input) => !sent.has(input.media)
  const text = given[source]
  if (typeof text !== 'string') throw badRequest(`field "${source}" must be of type String`)
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  if (text.trim() === '') throw badRequest(`RICH_MESSAGE_${source.toUpperCase()}_INVALID`)
  return parseRichHtml(source === 'html' ? text : richMarkdownToHtml(text), media)
}
