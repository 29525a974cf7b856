import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const base = unified().use(remarkParse).use(remarkGfm).freeze()
const markdown = base().use(remarkMath).freeze()
const draft = base().use(remarkMath, { singleDollarTextMath: false }).freeze()
// HTML in Markdown comes in pieces (an opening tag here, its end pages later): read as one document, they fit.
const html = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze()

/** Markdown as GitHub writes it, with math between dollars. */
export const parseMarkdown = (source: string): Root => markdown.parse(source)

/** The same, where one dollar is a dollar. */
export const parseDraft = (source: string): Root => draft.parse(source)

export const toHtmlTree = (root: Root): HastRoot => html.runSync(root)
