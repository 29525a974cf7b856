import type { PollMedia } from '@grammyjs/types'

import type { BotApiCall } from '../botApiCall.ts'
import { BotApiError, badRequest } from '../botApiError.ts'
import { isObject, requiredString, within, type Fields } from '../fields.ts'
import { Parameters } from '../parameters.ts'
import type { FormattedText } from './entities/fixText.ts'
import { LIMITS } from './limits.ts'
import { readFormatted } from './readFormatted.ts'
import { readPollMedia } from './readPollMedia.ts'
import { pollOptionText } from './readPollText.ts'

interface GivenOption {
  text: FormattedText
  media: PollMedia | undefined
}

/** The options of a poll, each a text or an InputPollOption. */
export async function readPollOptions(call: BotApiCall): Promise<GivenOption[]> {
  const given = call.parameters.json('options', 'options')
  if (given === undefined) throw badRequest("can't parse options JSON object")
  const items = given === null ? [] : given
  if (!Array.isArray(items)) throw badRequest('expected an Array of InputPollOption')
  const texts = items.map((item: unknown) => readText(call, item))
  const [least, most] = LIMITS.pollOptions
  if (items.length < least) throw badRequest('poll must have at least one answer option')
  if (items.length > most) throw badRequest(`poll can't have more than ${most} options`)
  const options: GivenOption[] = []
  for (const [index, item] of items.entries()) {
    const media = isObject(item) ? await readPollMedia(call, item.media, 'option') : undefined
    options.push({ text: pollOptionText(texts[index] ?? { text: '', entities: [] }), media })
  }
  return options
}

function readText({ emulator }: BotApiCall, item: unknown): FormattedText {
  if (typeof item === 'string') return { text: item, entities: [] }
  return asOption(() => {
    if (!isObject(item)) throw new Error('Expected InputPollOption to be an Object')
    const given = {
      text: requiredString(item, 'text'),
      parse_mode: optionalString(item, 'text_parse_mode'),
      entities: item.text_entities,
    }
    return readFormatted(new Parameters(given), (id) => emulator.store.people.get(id))
  })
}

function optionalString(fields: Fields, name: string): string {
  return fields[name] === undefined ? '' : requiredString(fields, name)
}

/** What is wrong with a text is said of the option, too. */
function asOption<T>(read: () => T): T {
  return within("can't parse InputPollOption", () => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof BotApiError)) throw error
      const complaint = error.message.replace(/^Bad Request: /, '')
      throw new Error(complaint.charAt(0).toUpperCase() + complaint.slice(1), { cause: error })
    }
  })
}
