import type { BotApiMethod } from '../botApiCall.ts'
import { sendContent } from '../sendContent.ts'
import { readRichMessage } from '../validate/rich/readRichMessage.ts'

export const sendRichMessage: BotApiMethod = async (call) => {
  const rich_message = await readRichMessage(call)
  return sendContent(call, () => ({ rich_message }))
}
