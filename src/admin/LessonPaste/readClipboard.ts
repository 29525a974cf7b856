import { looksLikeMarkdown } from './looksLikeMarkdown.ts'

export type Pasted = { kind: 'html' | 'markdown'; source: string; text: string }

/** Tags that say more of a text than how it looks. */
const meaningful =
  /<(a|b|blockquote|code|details|dl|em|figure|h[1-6]|i|img|li|math|ol|strong|sub|sup|table|ul)[\s>]/i

/** An address alone: on a selection it becomes a link, elsewhere it stays what it is. */
const isAddress = (text: string) => /^\S+$/.test(text) && URL.canParse(text)

/**
 * What of a clipboard has to be made into blocks; null when the editor's own way is right: its own content, files, plain
 * text.
 */
export const readClipboard = (data: DataTransfer): Pasted | null => {
  const types = [...data.types]
  if (types.includes('application/x-lexical-editor')) return null
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  if (isAddress(text.trim())) return null
  // Editors of code put colours into their HTML, and nothing else.
  const isCode = types.includes('vscode-editor-data') || !meaningful.test(html)
  if (html !== '' && !(isCode && (looksLikeMarkdown(text) || types.includes('vscode-editor-data'))))
    return { kind: 'html', source: html, text }
  return looksLikeMarkdown(text) ? { kind: 'markdown', source: text, text } : null
}
