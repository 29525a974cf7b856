import type { RichText, TextEntity } from '../render/text/richText.ts'

const nameOf = (entity: TextEntity) =>
  entity.type === 'text_link'
    ? `link ${entity.url}`
    : entity.type === 'pre'
      ? `pre ${entity.language}`
      : entity.type

/**
 * Each character that is no space, with the kinds of the entities that cover it. `isSeen` tells which of
 * those are to be seen; spaces are left out because their styles are nobody's concern.
 */
export const stylesByCharacter = (
  { text, entities }: RichText,
  isSeen: (type: TextEntity['type'], all: readonly TextEntity['type'][]) => boolean = () => true,
): [string, string][] =>
  Array.from({ length: text.length }, (_, position): [string, string] => {
    const covering = entities.filter(({ offset, length }) => offset <= position && position < offset + length)
    const types = covering.map(({ type }) => type)
    const seen = covering.filter(({ type }) => isSeen(type, types)).map(nameOf)
    return [text[position] ?? '', [...new Set(seen)].sort().join()]
  }).filter(([character]) => /\S/.test(character))
