import type { MarkdownIt, StateCore, Token } from 'markdown-it'

const TASK = /^\[([ xX])\][ \t]+/

/** `- [ ] …` and `- [x] …`: items with a checkbox. */
export function addTasks(parser: MarkdownIt): void {
  parser.core.ruler.before('inline', 'tasks', markTasks)
  parser.renderer.rules.list_item_open = (tokens, index) => {
    const task = tokens[index]?.meta
    return task ? `<li><input type="checkbox"${task.isChecked ? ' checked' : ''}/>` : '<li>'
  }
}

function markTasks({ tokens }: StateCore): void {
  for (const [index, item] of tokens.entries()) {
    const text = item.type === 'list_item_open' ? firstText(tokens, index) : undefined
    const mark = TASK.exec(text?.content ?? '')
    if (!text || !mark) continue
    text.content = text.content.slice(mark[0].length)
    item.meta = { isChecked: mark[1] !== ' ' }
  }
}

/** The line with which the item begins. */
function firstText(tokens: readonly Token[], item: number): Token | undefined {
  const [paragraph, text] = tokens.slice(item + 1, item + 3)
  return paragraph?.type === 'paragraph_open' && text?.type === 'inline' ? text : undefined
}
