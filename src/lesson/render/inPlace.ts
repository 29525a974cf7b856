import type { OutgoingMessage } from './outgoingMessage.ts'

/** The same messages, the first in place of the one whose button was tapped. */
export const inPlace = ([first, ...others]: OutgoingMessage[]): OutgoingMessage[] => {
  if (first === undefined) return []
  return [first.kind === 'text' ? { ...first, isInPlace: true } : first, ...others]
}
