import { randomBytes } from 'node:crypto'

/** Identifiers as Telegram's are: a decimal string too long for a JavaScript number; texts that mean nothing. */
export function makePollIds(optionCount: number): { id: string; optionIds: string[] } {
  const id = (randomBytes(8).readBigUInt64BE() >> 1n) | (1n << 62n)
  return {
    id: String(id),
    optionIds: Array.from({ length: optionCount }, () => randomBytes(6).toString('base64url')),
  }
}
