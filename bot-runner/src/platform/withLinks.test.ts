import { describe, expect, it } from 'vitest'

import { withLinks } from './withLinks.ts'

const link = (url: string) => ({ text: 'Open', url })

describe('withLinks', () => {
  it('should put a button below the text for each address that everybody can reach', () => {
    expect(withLinks('Hello', [link('https://gongbu.example/admin')])).toEqual({
      text: 'Hello',
      keyboard: { inline_keyboard: [[link('https://gongbu.example/admin')]] },
    })
  })

  it.each(['http://localhost:3000/admin', 'http://127.0.0.1/admin', 'http://[::1]/a', 'http://box.local/a'])(
    'should write out what Telegram takes in no button: %s',
    (url) =>
      expect(withLinks('Hello', [link(url)])).toEqual({ text: `Hello\nOpen: ${url}`, keyboard: undefined }),
  )
})
