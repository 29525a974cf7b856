import { badRequest } from '../../botApiError.ts'
import type { FindMentioned, ParsedText } from './parsedText.ts'
import { parseHtml } from './parseHtml.ts'
import { parseMarkdown } from './parseMarkdown.ts'
import { parseMarkdownV2 } from './parseMarkdownV2.ts'

/** The text that a parse mode makes of another; undefined without one, when the call's entities count. */
export function parseFormatted(
  text: string,
  parseMode: string,
  findMentioned: FindMentioned,
): ParsedText | undefined {
  switch (parseMode.toLowerCase()) {
    case '':
    case 'none':
      return undefined
    case 'html':
      return parseHtml(text, findMentioned)
    case 'markdown':
      return parseMarkdown(text, findMentioned)
    case 'markdownv2':
      return parseMarkdownV2(text, findMentioned)
    default:
      throw badRequest('unsupported parse_mode')
  }
}
