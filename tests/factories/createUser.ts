import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'

import type { User } from '../../src/payload-types.ts'

export type SignedIn = {
  user: User & { collection: 'users' }
  token: string
  email: string
  password: string
}

/** An account with a password, signed in. */
export const createUser = async (payload: Payload, data: Partial<User> = {}): Promise<SignedIn> => {
  const email = data.email ?? `${randomBytes(6).toString('hex')}@example.org`
  const password = randomBytes(9).toString('base64url')
  const user = await payload.create({
    collection: 'users',
    data: {
      role: 'creator',
      isActive: true,
      subscriptionPlan: 'free',
      firstName: 'Test',
      ...data,
      email,
      password,
    },
  })
  if (!user.isActive) return { user: { ...user, collection: 'users' }, token: '', email, password }
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  return { user: { ...user, collection: 'users' }, token: token ?? '', email, password }
}
