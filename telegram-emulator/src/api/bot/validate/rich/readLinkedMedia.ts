import { badRequest } from '../../botApiError.ts'
import { isObject, requiredObject, requiredString, within, type Fields } from '../../fields.ts'
import { LIMITS } from '../limits.ts'

/** The media that links such as `tg://photo?id=…` in a dialect stand for: InputMedia objects by their ids. */
export type LinkedMedia = ReadonlyMap<string, Fields>

const TYPES = new Set(['photo', 'video', 'animation', 'audio', 'voice_note', 'document'])

export function readLinkedMedia(given: unknown): LinkedMedia {
  if (given === undefined) return new Map()
  return within("can't parse InputRichMessageMedia", () => {
    if (!Array.isArray(given)) throw new Error('Field "media" must be of type Array')
    return new Map(
      given.map((item: unknown) => {
        if (!isObject(item)) throw new Error('expected an Object')
        const id = requiredString(item, 'id')
        const media = requiredObject(item, 'media')
        if (id.length > LIMITS.richMediaIdCharacters || !/^[\w-]+$/.test(id))
          throw badRequest('invalid rich message file identifier specified')
        if (!TYPES.has(requiredString(media, 'type'))) throw badRequest('unallowed media specified')
        return [id, media] as const
      }),
    )
  })
}
