import type { Element } from 'hast'
import { toText } from 'hast-util-to-text'

import type { Block } from '../../../lesson/content/block.ts'
import type { Context } from './context.ts'
import { classesOf } from './properties.ts'

const isElement = (node: Element['children'][number]): node is Element => node.type === 'element'

/** A fence of this name is a quiz: it stands in no frame, and is read later. */
export const quizLanguage = 'quiz'

/** `{r, echo=FALSE}`, `python title="x"`: the language is the first word. */
const languageOf = (classes: string[]): string => {
  const found = classes.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? ''
  return /^\{?\.?([\w+#.-]*)/.exec(found)?.[1]?.slice(0, 40) ?? ''
}

/** @param given classes that stand below the code, as in older lessons */
export const readCode = (pre: Element, context: Context, given: string[] = []): Block => {
  const inner = pre.children.find((child): child is Element => isElement(child) && child.tagName === 'code')
  const classes = [...classesOf(inner ?? pre), ...given]
  const text = toText(pre, { whitespace: 'pre' }).replace(/\n+$/, '')
  if (classes.includes('math-display')) return { type: 'math', latex: text.trim() }
  const language = languageOf(classes)
  if (language === quizLanguage) context.quizLines.push((pre.position?.start.line ?? 0) + 1)
  return { type: 'code', language, code: text }
}
