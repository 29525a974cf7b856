import type { MessageContent } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest, notEmulated } from '../botApiError.ts'
import { checked, isObject, requiredString, type Fields } from '../fields.ts'
import { parseJson } from '../json.ts'
import { Parameters } from '../parameters.ts'
import { previewUrl, readLinkPreview, shownPreview } from './readLinkPreview.ts'
import { readContact, readLocation, readVenue } from './readPlace.ts'
import { readText } from './readText.ts'
import { readRichMessage } from './rich/readRichMessage.ts'

/** Results that say themselves what is sent when there is no input_message_content. */
const PLACES: Record<string, (parameters: Parameters) => MessageContent> = {
  location: readLocation,
  venue: readVenue,
  contact: readContact,
}

/** What is sent for the InlineQueryResult in `result`. Results that are files are not emulated, nor keyboards. */
export async function readInlineResult(call: BotApiCall): Promise<MessageContent> {
  const result = readObject(call.parameters)
  const type = checked(() => requiredString(result, 'type')).toLowerCase()
  checked(() => requiredString(result, 'id'))
  if (result.reply_markup !== undefined) throw notEmulated(`reply_markup of results in ${call.method}`)
  const content = result.input_message_content
  if (content !== undefined && !isObject(content))
    throw badRequest('field "input_message_content" must be of type Object')
  if (type === 'article') checked(() => requiredString(result, 'title'))
  if (content) return readContent(call, content)
  // The former way of saying it.
  if (type === 'article') checked(() => requiredString(result, 'message_text'))
  if (result.message_text !== undefined) return readContent(call, result)
  const readPlace = PLACES[type]
  if (!readPlace) throw notEmulated(`results of the type ${type} in ${call.method}`)
  return readPlace(new Parameters(result))
}

async function readContent(call: BotApiCall, content: Fields): Promise<MessageContent> {
  const parameters = new Parameters({ ...content, text: content.message_text })
  if (parameters.has('text')) return readTextContent(call, parameters)
  if ('rich_message' in content) return { rich_message: await readRichMessage({ ...call, parameters }) }
  if ('latitude' in content && 'longitude' in content)
    return 'title' in content && 'address' in content ? readVenue(parameters) : readLocation(parameters)
  if ('phone_number' in content) return readContact(parameters)
  if ('payload' in content) throw notEmulated(`invoices in ${call.method}`)
  throw badRequest('input message content is not specified')
}

function readTextContent({ emulator }: BotApiCall, parameters: Parameters): MessageContent {
  const preview = readLinkPreview(parameters)
  const findPerson = (id: number) => emulator.store.people.get(id)
  const formatted = readText(parameters, 'MESSAGE_TOO_LONG', findPerson, previewUrl(preview) !== '')
  const { text, entities } = formatted
  return { text, ...(entities.length > 0 && { entities }), ...shownPreview(preview, formatted) }
}

function readObject(parameters: Parameters): Fields {
  if (!parameters.has('result')) throw badRequest("result isn't specified")
  let result = parameters.all.result
  try {
    if (typeof result === 'string') result = parseJson(result)
  } catch {
    throw badRequest("can't parse JSON encoded web view query results")
  }
  if (!isObject(result)) throw badRequest('inline query result must be an object')
  return result
}
