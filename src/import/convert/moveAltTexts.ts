import { readAttributes } from './attributes.ts'

const image =
  /!\[([^\]]*)\](\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])\{:?((?:[^{}'"]|'(?:[^'{}]|(?<=\w)'(?=\w))*'|"[^"{}]*")*)\}/g

/** Pandoc gives pictures their description behind them, in braces: it moves to where Markdown has it. */
export const moveAltTexts = (source: string): string =>
  source.replace(image, (whole: string, alt: string, target: string, braces: string) => {
    const { values } = readAttributes(braces)
    const text = (values.alt ?? '') || alt
    const newlines = '\n'.repeat(
      Math.max(0, whole.split('\n').length - text.split('\n').length - target.split('\n').length + 1),
    )
    return `![${text.replace(/[\\[\]`*_<]/g, '\\$&')}]${target}${newlines}`
  })
