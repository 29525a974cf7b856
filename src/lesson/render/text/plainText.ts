import type { RichText } from './richText.ts'

/**
 * The one way by which strings become message text. Telegram refuses lone surrogates and replaces tabs and
 * control characters by a space; what it would change is changed here, in a way that keeps code indented.
 */
export const plainText = (text: string): RichText => ({
  text: text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
    // eslint-disable-next-line no-control-regex -- these are the characters to take out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ''),
  entities: [],
})
