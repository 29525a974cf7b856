import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { wrapText } from '../text/wrapText.ts'

const isName = (language: string) => /^[\w+#.-]{1,32}$/.test(language)

export const codeText = (code: string, language: string): RichText =>
  wrapText(plainText(code), isName(language) ? { type: 'pre', language } : { type: 'pre' })
