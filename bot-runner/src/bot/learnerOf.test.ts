import { describe, expect, it } from 'vitest'

import { learnerOf } from './learnerOf.ts'

const user = { id: 7, is_bot: false, first_name: 'Ada' }

describe('learnerOf', () => {
  it('should take over what Telegram says', () => {
    const full = { ...user, last_name: 'L', username: 'ada', language_code: 'pt-br' }
    expect(learnerOf(full)).toEqual({
      telegramUserId: 7,
      firstName: 'Ada',
      lastName: 'L',
      username: 'ada',
      languageCode: 'pt-br',
    })
    expect(learnerOf(user)).toMatchObject({ lastName: null, username: null, languageCode: null })
  })

  it('should cut long names without cutting a character in two', () => {
    const { firstName } = learnerOf({ ...user, first_name: `${'a'.repeat(255)}🦉` })
    expect(firstName).toBe('a'.repeat(255))
    expect(learnerOf({ ...user, first_name: 'b'.repeat(300) }).firstName).toHaveLength(256)
  })

  it('should drop what the database does not take', () => {
    expect(learnerOf({ ...user, first_name: 'A\0da' }).firstName).toBe('Ada')
    expect(learnerOf({ ...user, first_name: 'A\ud83dda' }).firstName.isWellFormed()).toBe(true)
  })
})
