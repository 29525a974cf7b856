import type { RichText } from './richText.ts'

/** Strokes and rings that Telegram takes off letters; those that Unicode has a letter with stay on it. */
const strokes = /\u030a|\u0333|\u033f/g

/**
 * The one way by which strings become message text. Telegram refuses lone surrogates, replaces tabs and control
 * characters by a space and removes some others; what it would change is changed here, in a way that keeps code
 * indented.
 */
export const plainText = (text: string): RichText => ({
  text: (text.search(strokes) >= 0 ? text.normalize('NFC') : text)
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
    .replace(strokes, '')
    // eslint-disable-next-line no-control-regex -- these are the characters to take out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e]/g, ''),
  entities: [],
})
