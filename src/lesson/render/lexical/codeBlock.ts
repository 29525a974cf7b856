import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { wrapText } from '../text/wrapText.ts'

export const codeBlock = (code: string, language: unknown): RichText => {
  // Blank lines at the edges are the editor's, indentation is the author's.
  const text = plainText(code.replace(/^(?:[^\S\n]*\n)+|\s+$/g, ''))
  const isNamed = typeof language === 'string' && /^[\w+#.-]{1,32}$/.test(language)
  return wrapText(text, isNamed ? { type: 'pre', language } : { type: 'pre' })
}
