import type { List, ListItem } from '../../content/block.ts'
import { indentLines } from '../text/indentLines.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { inlineText } from './inlineText.ts'

const indent = '    '

const markerOf = (list: List, item: ListItem, index: number): string => {
  if (list.kind === 'task') return item.isChecked === true ? '☑ ' : '☐ '
  return list.kind === 'ordered' ? `${list.start + index}. ` : '• '
}

/** A list as lines, those below an item indented. */
export const listText = (list: List): RichText =>
  joinTexts(
    list.items.map((item, index) => {
      const own = joinTexts([
        plainText(markerOf(list, item, index)),
        indentLines(inlineText(item.content), indent),
      ])
      const below = item.lists.map((inner) =>
        joinTexts([plainText(indent), indentLines(listText(inner), indent)]),
      )
      return joinTexts([own, ...below], '\n')
    }),
    '\n',
  )
