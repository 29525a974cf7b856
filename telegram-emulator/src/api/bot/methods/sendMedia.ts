import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { readMedia, type SentKind } from '../files/readMedia.ts'
import { inputFile } from '../files/resolveInputFile.ts'
import { resolveMedia } from '../files/resolveMedia.ts'
import { refuseUnknownOptions, sendContent } from '../sendContent.ts'
import { findChat } from '../validate/findChat.ts'
import { readCaption } from '../validate/readCaption.ts'
import { readReplyMarkup } from '../validate/readReplyMarkup.ts'

/** The send… methods of single files differ in the kind alone. */
function sender(kind: SentKind): BotApiMethod {
  return async (call) => {
    const { parameters } = call
    refuseUnknownOptions(call)
    const file = inputFile(call, parameters.string(kind) || parameters.files.get(kind))
    if (!file) throw badRequest(`there is no ${kind.replace('_', ' ')} in the request`)
    const caption = kind === 'video_note' || kind === 'sticker' ? {} : readCaption(call)
    const media = readMedia(call, parameters, kind, { file, caption })
    // Nothing is fetched for a message that cannot be sent.
    readReplyMarkup(parameters)
    findChat(call)
    const content = await resolveMedia(call, media)
    return sendContent(call, () => content)
  }
}

export const sendMedia = {
  sendPhoto: sender('photo'),
  sendVideo: sender('video'),
  sendAnimation: sender('animation'),
  sendAudio: sender('audio'),
  sendVoice: sender('voice'),
  sendVideoNote: sender('video_note'),
  sendDocument: sender('document'),
  sendSticker: sender('sticker'),
}
