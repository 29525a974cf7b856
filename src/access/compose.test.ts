import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'

import { and } from './and.ts'
import { authorOf } from './authorOf.ts'
import { isAdminOrSelf } from './isAdminOrSelf.ts'
import { or } from './or.ts'

const own = { creator: { equals: '1' } }
const other = { title: { equals: 'x' } }
const args = (user: object | null) => ({ req: { user } as unknown as PayloadRequest })
const nobody = args(null)

describe('access algebra', () => {
  it('should join what any of them allows', () => {
    expect(
      or(
        () => false,
        () => true,
      )(nobody),
    ).toBe(true)
    expect(
      or(
        () => false,
        () => false,
      )(nobody),
    ).toBe(false)
    expect(
      or(
        () => own,
        () => false,
        () => other,
      )(nobody),
    ).toEqual({ or: [own, other] })
  })

  it('should join what all of them demand', () => {
    expect(
      and(
        () => true,
        () => false,
      )(nobody),
    ).toBe(false)
    expect(
      and(
        () => true,
        () => true,
      )(nobody),
    ).toBe(true)
    expect(
      and(
        () => own,
        () => true,
        () => other,
      )(nobody),
    ).toEqual({ and: [own, other] })
  })

  it('should give authors their own, admins all and everybody else nothing', () => {
    const author = authorOf('creator')
    expect(author(args({ id: '1', role: 'creator', isActive: true }))).toEqual({ or: [{ and: [own] }] })
    expect(author(args({ id: '9', role: 'admin', isActive: true }))).toBe(true)
    for (const role of ['student', 'moderator'])
      expect(author(args({ id: '1', role, isActive: true }))).toBe(false)
    expect(author(nobody)).toBe(false)
  })

  it('should count a deactivated account as nobody, an admin too', () => {
    expect(authorOf('creator')(args({ id: '1', role: 'creator', isActive: false }))).toBe(false)
    expect(isAdminOrSelf(args({ id: '9', role: 'admin', isActive: false }))).toBe(false)
  })
})
