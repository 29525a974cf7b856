/**
 * What somebody has written, or what they were to write, as it is compared: one form of each letter, no characters
 * that nobody sees, and one space where there are several or lines end.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    // Soft hyphens, zero-width spaces and joiners, direction marks, selectors of a variant.
    .replace(/\p{Cf}|\u034f|\u115f|\u1160|\u3164|\p{Variation_Selector}/gu, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim()
