import { describe, expect, it } from 'vitest'

import { textOfBlocks } from './textOfBlocks.ts'

describe('textOfBlocks', () => {
  it('should read what people read, in its order, and no addresses', () => {
    const text = (content: string) => ({ type: 'text' as const, text: content, marks: [] })
    expect(
      textOfBlocks([
        { type: 'heading', level: 2, content: [text('First')] },
        {
          type: 'paragraph',
          content: [{ type: 'link', url: 'https://hidden.example', content: [text('second')] }],
        },
        {
          type: 'callout',
          kind: 'tip',
          title: 'third',
          blocks: [{ type: 'code', language: 'sql', code: 'fourth' }],
        },
        { type: 'image', media: 'an-id', alt: 'fifth', caption: 'sixth' },
        { type: 'divider' },
      ]),
    ).toBe('First second third fourth fifth sixth')
  })
})
