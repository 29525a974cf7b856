import type { RichText, TextEntity } from './richText.ts'

/** Texts in a row with their entities moved along. Empty ones leave no separator behind. */
export const joinTexts = (texts: readonly RichText[], separator = ''): RichText => {
  let text = ''
  const entities: TextEntity[] = []
  for (const part of texts) {
    if (part.text === '') continue
    if (text !== '') text += separator
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length })
    text += part.text
  }
  return { text, entities }
}
