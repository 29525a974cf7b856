import { GrammyError, type Api } from 'grammy'

const isRefused = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && error.error_code === 400

/** @returns whether it is there still: Telegram lets bots delete a message for 48 hours */
const remains = async (api: Api, chatId: number, messageId: number): Promise<boolean> => {
  try {
    await api.deleteMessage(chatId, messageId)
    return false
  } catch (error) {
    if (!isRefused(error)) throw error
    return !/message to delete not found|MESSAGE_ID_INVALID/i.test(error.description)
  }
}

/**
 * Deletes messages that showed what was handed in.
 * @returns ids of those that Telegram does not let go any more
 * @throws anything but a refusal: it is tried again, and what is gone stays gone
 */
export const takeBack = async (api: Api, chatId: number, messageIds: number[]): Promise<number[]> => {
  const left: number[] = []
  for (const messageId of messageIds) if (await remains(api, chatId, messageId)) left.push(messageId)
  return left
}
