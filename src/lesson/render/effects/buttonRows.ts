import type { RichText } from '../text/richText.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'

/** Longer options stand in the text, and their buttons bear numbers: a phone cuts what does not fit on one. */
const maxButtonText = 30
const numbersPerRow = 5

const rowsOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, row) =>
    items.slice(row * size, (row + 1) * size),
  )

/**
 * Options as buttons, and as a numbered list where their words do not fit on them.
 * @param isNumbered whether they are to be numbered in any case
 */
export const buttonRows = <Button>(
  options: readonly { text: string }[],
  isNumbered: boolean,
  buttonOf: (label: string, place: number) => Button,
): { list: RichText[]; rows: Button[][] } => {
  const texts = options.map(({ text }) => plainText(text).text.trim())
  const areListed = isNumbered || texts.some((text) => text.length > maxButtonText || text.includes('\n'))
  const list = texts.map((text, place) => plainText(`${place + 1}. ${text}`))
  const buttons = texts.map((text, place) => buttonOf(areListed ? String(place + 1) : text, place))
  return {
    list: areListed ? [joinTexts(list, '\n')] : [],
    rows: rowsOf(buttons, areListed ? numbersPerRow : 1),
  }
}
