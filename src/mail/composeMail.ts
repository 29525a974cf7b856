import { escapeHtml } from './escapeHtml.ts'

export type Mail = { subject: string; html: string; text: string }

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`
const strong = (text: string) =>
  `<p style="font-size:1.6em;font-weight:bold;letter-spacing:0.1em">${escapeHtml(text)}</p>`
const anchor = (url: string) => `<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`

/** A mail of a few paragraphs, with a code or an address to go to after the first one; readable without HTML. */
export const composeMail = (options: {
  subject: string
  paragraphs: [string, ...string[]]
  code?: string
  url?: string
}): Mail => {
  const { subject, paragraphs, code, url } = options
  const [first, ...others] = paragraphs
  const middle = [...(code === undefined ? [] : [strong(code)]), ...(url === undefined ? [] : [anchor(url)])]
  const html = [paragraph(first), ...middle, ...others.map(paragraph)].join('\n')
  const text = [first, ...[code, url].filter((part) => part !== undefined), ...others].join('\n\n')
  return { subject, html, text }
}
