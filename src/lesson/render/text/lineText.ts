import { shortenText } from './shortenText.ts'

/** Signs that turn the direction of all that follows them, and are seen by nobody. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f]/u
const visible = /[^\s\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u

/**
 * Somebody's words as a part of one of our lines: one line of at most `max` characters that is seen, and that leaves
 * what stands around it in its place, in whichever direction it is read.
 */
export const lineText = (text: string, max: number): string => {
  const line = shortenText(text.replace(directionMarks, ''), max)
  if (!visible.test(line)) return '…'
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line
}
