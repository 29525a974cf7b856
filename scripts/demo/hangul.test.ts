import { describe, expect, it } from 'vitest'
import { hangul } from './hangul.ts'
import { lexicalDocument, paragraph } from './lexical.ts'

describe('the demo course', () => {
  it('should turn marks into formats', () => {
    const [node] = lexicalDocument(paragraph('Это **важно** и _тонко_.')).root.children as {
      children: { text: string; format: number }[]
    }[]
    expect(node?.children.map(({ text, format }) => [text, format])).toEqual([
      ['Это ', 0],
      ['важно', 1],
      [' и ', 0],
      ['тонко', 2],
      ['.', 0],
    ])
  })

  it('should leave no marks behind', () => {
    expect(JSON.stringify(hangul.steps)).not.toMatch(/\*\*|"text":"[^"]*_[^"]*"/)
  })
})
