import MarkdownIt from 'markdown-it'

import { addFootnotes } from './footnotes.ts'
import { addInlineMarks } from './inlineMarks.ts'
import { addMath } from './math.ts'
import { addTasks } from './tasks.ts'
import { htmlWithMarkdown } from './htmlWithMarkdown.ts'
import { markdownImage } from './markdownImage.ts'

/**
 * Telegram's rich Markdown is GitHub's with HTML in it, and more marks: it becomes rich HTML, in which links and
 * media are checked.
 */
export function richMarkdownToHtml(markdown: string): string {
  return parser.render(markdown, {})
}

const parser = makeParser()

function makeParser() {
  const made = new MarkdownIt({ html: true, typographer: false, linkify: false })
  // Whether a link leads anywhere is seen in the HTML.
  made.validateLink = () => true
  made.normalizeLink = (url) => url
  addInlineMarks(made)
  addMath(made)
  addTasks(made)
  addFootnotes(made)
  const { rules } = made.renderer
  rules.image = (tokens, index) => markdownImage(tokens[index])
  rules.html_block = (tokens, index, _options, env) =>
    htmlWithMarkdown(tokens[index]?.content ?? '', (text) => made.renderInline(text, env))
  rules.th_open = (tokens, index) => openCell('th', tokens[index]?.attrGet('style'))
  rules.td_open = (tokens, index) => openCell('td', tokens[index]?.attrGet('style'))
  return made
}

function openCell(name: string, style: string | number | null | undefined): string {
  const align = /text-align:(\w+)/.exec(String(style ?? ''))?.[1]
  return align ? `<${name} align="${align}">` : `<${name}>`
}
