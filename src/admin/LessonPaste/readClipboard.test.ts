import { describe, expect, it } from 'vitest'

import { looksLikeMarkdown } from './looksLikeMarkdown.ts'
import { readClipboard } from './readClipboard.ts'

const clipboard = (content: Record<string, string>) =>
  ({ types: Object.keys(content), getData: (type: string) => content[type] ?? '' }) as unknown as DataTransfer

describe('a clipboard', () => {
  it.each([
    ['# Title\nText', true],
    ['```python\nx = 1\n```', true],
    ['| a | b |\n|---|---|\n| 1 | 2 |', true],
    ['Look at [this](https://e.org).', true],
    ['- one\n- two', true],
    ['**Bold** and `code`', true],
    ['Energy is\n$$\ne = mc^2\n$$', true],
    ['Only a sentence.', false],
    ['It costs $5 and $6, - as said - 2 * 3 * 4.', false],
    ['- Hello, she said.', false],
    ['#hashtag and C#', false],
    ['snake_case_name and 1. one', false],
  ])('should be told from Markdown: %j', (text, expected) => {
    expect(looksLikeMarkdown(text)).toBe(expected)
  })

  it('should leave to the editor what is its own, an address, and plain text', () => {
    const own = { 'application/x-lexical-editor': '{}', 'text/html': '<b>x</b>', 'text/plain': 'x' }
    expect(readClipboard(clipboard(own))).toBeNull()
    expect(readClipboard(clipboard({ 'text/plain': 'https://e.org/a' }))).toBeNull()
    expect(readClipboard(clipboard({ 'text/plain': 'A sentence.' }))).toBeNull()
    expect(readClipboard(clipboard({ Files: '' }))).toBeNull()
  })

  it('should prefer HTML, but to the colours of an editor of code the Markdown that stands in it', () => {
    const html = { 'text/html': '<h1>T</h1>', 'text/plain': '# T' }
    expect(readClipboard(clipboard(html))?.kind).toBe('html')
    const colours = { 'text/html': '<div style="color:red"><span># T</span></div>', 'text/plain': '# T' }
    expect(readClipboard(clipboard(colours))?.kind).toBe('markdown')
    const code = { 'vscode-editor-data': '{}', 'text/html': '<div>let a</div>', 'text/plain': 'let a' }
    expect(readClipboard(clipboard(code))).toBeNull()
  })
})
