import { createHash } from 'node:crypto'

/** What stands for the chat in callback queries and in a Mini App's initData: decimal, of 64 bits. */
export function chatInstance(botId: number, personId: number): string {
  const digest = createHash('sha256').update(`${botId}:${personId}`).digest()
  return digest.readBigInt64BE(0).toString()
}
