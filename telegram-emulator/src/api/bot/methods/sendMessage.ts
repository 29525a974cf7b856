import type { BotApiMethod } from '../botApiCall.ts'
import { sendContent } from '../sendContent.ts'
import { previewUrl, readLinkPreview, shownPreview } from '../validate/readLinkPreview.ts'
import { readText } from '../validate/readText.ts'

export const sendMessage: BotApiMethod = (call) =>
  sendContent(call, () => {
    const { emulator, parameters } = call
    const preview = readLinkPreview(parameters)
    const findPerson = (id: number) => emulator.store.people.get(id)
    const formatted = readText(parameters, 'message is too long', findPerson, previewUrl(preview) !== '')
    const { text, entities } = formatted
    return { text, ...(entities.length > 0 && { entities }), ...shownPreview(preview, formatted) }
  })
