import type { RichBlock, RichMessage } from '@grammyjs/types'

import type { ChatMessage } from '../client.ts'
import { startedChat } from './startedChat.ts'

/** A chat in which the bot sends rich messages. */
export async function richChat() {
  const chat = await startedChat()
  const send = async (rich_message: object): Promise<RichMessage> => {
    const sent = await chat.ok<ChatMessage>('sendRichMessage', { rich_message })
    if (!sent.rich_message) throw new Error('the message is not rich')
    return sent.rich_message
  }
  return {
    ...chat,
    send,
    /** What the blocks look like in the message. */
    blocks: async (...blocks: unknown[]): Promise<RichBlock[]> => (await send({ blocks })).blocks,
    refused: (rich_message: unknown) => chat.error('sendRichMessage', { rich_message }),
  }
}
