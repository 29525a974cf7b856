import type { LinkPreviewOptions, MessageEntity } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import { checked, isObject, type Fields } from '../fields.ts'
import type { Parameters } from '../parameters.ts'

const FLAGS = ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'] as const

/** The options as they are given, checked. */
export function readLinkPreview(parameters: Parameters): LinkPreviewOptions {
  const given = parameters.json('link_preview_options', 'link preview options')
  if (given === undefined) return parameters.boolean('disable_web_page_preview') ? { is_disabled: true } : {}
  if (!isObject(given)) throw badRequest('object expected as link preview options')
  return checked(() => ({
    ...readUrl(given),
    ...Object.fromEntries(FLAGS.filter((name) => readFlag(given, name)).map((name) => [name, true])),
  }))
}

/** The text may be empty beside it. */
export function previewUrl({ is_disabled, url }: LinkPreviewOptions): string {
  return is_disabled ? '' : (url ?? '')
}

/** What a message tells of the options: what has an effect on this text. */
export function shownPreview(
  options: LinkPreviewOptions,
  { text, entities }: { text: string; entities: readonly MessageEntity[] },
): { link_preview_options?: LinkPreviewOptions } {
  const url = previewUrl(options)
  const shown: LinkPreviewOptions = {
    ...(options.is_disabled && hasPreviewLink(text, entities) && { is_disabled: true }),
    ...(url !== '' && { url }),
    ...(url !== '' && options.prefer_small_media && { prefer_small_media: true }),
    ...(url !== '' && options.prefer_large_media && { prefer_large_media: true }),
    ...(options.show_above_text && { show_above_text: true }),
  }
  return Object.keys(shown).length > 0 ? { link_preview_options: shown } : {}
}

/** A link of the text that Telegram would show a preview of. */
function hasPreviewLink(text: string, entities: readonly MessageEntity[]): boolean {
  return entities.some((entity) => {
    if (entity.type === 'text_link') return !isAppLink(entity.url)
    if (entity.type !== 'url' || entity.length <= 4) return false
    const url = text.slice(entity.offset, entity.offset + entity.length)
    return /[/?#]/.test(url) && !isAppLink(url)
  })
}

function isAppLink(url: string): boolean {
  return /^(?:ton|tg|ftp|tonsite):/i.test(url)
}

function readFlag(given: Fields, name: string): boolean {
  const value = given[name] ?? false
  if (typeof value !== 'boolean') throw new Error(`Field "${name}" must be of type Boolean`)
  return value
}

function readUrl(given: Fields): { url?: string } {
  const url = given.url ?? ''
  if (typeof url !== 'string') throw new Error('Field "url" must be of type String')
  return url === '' ? {} : { url }
}
