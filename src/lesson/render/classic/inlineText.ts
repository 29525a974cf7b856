import type { Inline } from '../../content/block.ts'
import { linkTarget } from '../blocks/linkTarget.ts'
import { latexToUnicode } from '../latex/latexToUnicode.ts'
import { scriptText } from '../latex/scripts.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { wrapText } from '../text/wrapText.ts'

const styles = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const
type TextInline = Extract<Inline, { type: 'text' }>

const styledText = ({ text, marks }: TextInline): RichText => {
  const script = marks.find((mark) => mark === 'subscript' || mark === 'superscript')
  const shown =
    script === undefined
      ? text
      : text.replace(/\S(?:.*\S)?/su, (raised) => scriptText(plainText(raised).text, script))
  let rich = plainText(shown)
  for (const type of styles) if (marks.includes(type)) rich = wrapText(rich, { type })
  // Code bears no other style: what is to be hidden stays hidden.
  return marks.includes('code') && !marks.includes('spoiler') ? wrapText(rich, { type: 'code' }) : rich
}

const linkText = (url: string, label: RichText): RichText => {
  const target = linkTarget(url)
  if (target === null) return label
  return wrapText(label.text.trim() === '' ? plainText(target) : label, { type: 'text_link', url: target })
}

const textOf = (inline: Inline): RichText => {
  switch (inline.type) {
    case 'text':
      return styledText(inline)
    case 'linebreak':
      return plainText('\n')
    case 'link':
      return linkText(inline.url, inlineText(inline.content))
    case 'math': {
      const readable = latexToUnicode(inline.latex)
      return readable === null ? wrapText(plainText(inline.latex), { type: 'code' }) : plainText(readable)
    }
  }
}

/** The content of a line as text with entities. */
export const inlineText = (inlines: readonly Inline[]): RichText => joinTexts(inlines.map(textOf))
