import type { BotApiMethod } from '../botApiCall.ts'
import { isObject } from '../fields.ts'
import { sendContent } from '../sendContent.ts'
import { readText } from '../validate/readText.ts'

export const sendMessage: BotApiMethod = (call) =>
  sendContent(call, () => {
    const { emulator, parameters } = call
    const { text, entities } = readText(parameters, 'message is too long', (id) =>
      emulator.store.people.get(id),
    )
    const preview = parameters.json('link_preview_options', 'link preview options')
    return {
      text,
      ...(entities.length > 0 && { entities }),
      ...(isObject(preview) && { link_preview_options: preview }),
    }
  })
