import type { RichBlock } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { requiredObject, requiredString, type Fields } from '../../fields.ts'
import { optionalBoolean } from './optionalFields.ts'
import { readRichCaption } from './readRichCaption.ts'
import type { RichMediaType } from './resolveRichMedia.ts'
import type { RichContext } from './richContext.ts'

const WITH_SPOILER = new Set<RichMediaType>(['photo', 'video', 'animation'])

/** A medium as a block of its own. Its file is noted: it is looked for when all else is right. */
export function readRichMedia(type: RichMediaType, value: Fields, context: RichContext): RichBlock {
  const input = requiredObject(value, type)
  const given = requiredString(input, 'type')
  if (given !== type) throw badRequest('unallowed media specified')
  const media = requiredString(input, 'media')
  if (media === '') throw new Error('media not found')
  if (context.isDraft && /^(?:attach|https?):\/\//i.test(media))
    throw badRequest("new files can't be uploaded using the method")
  const hasSpoiler = WITH_SPOILER.has(type) && optionalBoolean(input, 'has_spoiler')
  // What describes the file is put in with it.
  const block = {
    type,
    ...(hasSpoiler && { has_spoiler: true }),
    ...readRichCaption(value, context),
  } as unknown as RichBlock
  context.pendingMedia.push({ block, input })
  return block
}
