import { randomInt } from 'node:crypto'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** A token in the shape that BotFather gives: the bot's id and 35 characters, which really begin with AA. */
export function makeToken(botId: number): string {
  let secret = 'AA'
  while (secret.length < 35) secret += ALPHABET[randomInt(ALPHABET.length)]
  return `${botId}:${secret}`
}
