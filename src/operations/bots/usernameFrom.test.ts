import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { usernameFrom } from './usernameFrom.ts'

describe('usernameFrom', () => {
  it('should write titles of other alphabets in Latin letters', () => {
    expect(usernameFrom('Основы хангыля', 1)).toBe('osnovy_khangylya_bot')
    expect(usernameFrom('Ça va? C’est parti!', 1)).toBe('ca_va_c_est_parti_bot')
  })

  it('should not say bot twice', () => {
    expect(usernameFrom('My first bot', 1)).toBe('my_first_bot')
  })

  it('should have a name for titles without letters', () => {
    expect(usernameFrom('123', 1)).toBe('course_bot')
    expect(usernameFrom('🦉', 2)).toBe('course_2_bot')
  })

  it('should be a username that Telegram takes, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9999 }), (title, attempt) => {
        const username = usernameFrom(title, attempt)
        expect(username).toMatch(/^[a-z][a-z0-9_]*bot$/)
        expect(username).not.toContain('__')
        expect(username.length).toBeGreaterThanOrEqual(5)
        expect(username.length).toBeLessThanOrEqual(32)
      }),
    )
  })
})
