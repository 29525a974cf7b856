import { describe, expect, it } from 'vitest'

import { cleanName } from './cleanName.ts'

describe('cleanName', () => {
  it('should keep a good name in any script', () => {
    expect(cleanName('Урок 1. Совы.png', 'jpg')).toBe('Урок 1. Совы.jpg')
    expect(cleanName('올빼미.mp3', 'mp3')).toBe('올빼미.mp3')
  })

  it('should leave no path, no control and no turning signs in it', () => {
    expect(cleanName('../../etc/passwd', 'txt')).toBe('passwd.txt')
    expect(cleanName('C:\\owls\\a?b*"c".png', 'png')).toBe('a b c.png')
    expect(cleanName('photo\u202Egnp.exe', 'png')).toBe('photo gnp.png')
    expect(cleanName('a\r\nb\0.png', 'png')).toBe('a b.png')
  })

  it('should give a name to what has none, and cut what is too long between characters', () => {
    expect(cleanName('...', 'pdf')).toBe('file.pdf')
    expect(cleanName('.htaccess', 'txt')).toBe('file.txt')
    expect([...cleanName('🦉'.repeat(300), 'png')]).toHaveLength(124)
  })
})
