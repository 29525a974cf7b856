import type { Payload } from 'payload'

import type { ApiCourse } from '../../src/contracts/api/courses.ts'
import type { ApiSteps, EditorStep } from '../../src/contracts/api/steps.ts'
import { createUser } from '../factories/createUser.ts'
import { openApiSession, type apiCalls } from './apiCalls.ts'

/** What a course needs to be published beside its steps. */
export const ready = {
  description: 'Long enough to be published by anybody.',
  category: 'science',
  language: 'en',
}

/** What authors do at the platform API. */
export const authorCalls = (payload: Payload, call: ReturnType<typeof apiCalls>) => ({
  signIn: async (role: 'student' | 'creator' | 'moderator' | 'admin' = 'creator') => {
    const { user } = await createUser(payload, { role })
    return { user, token: await openApiSession(payload, user.id) }
  },
  make: async (token: string, body: object = {}) =>
    (await call<ApiCourse>('POST', '/courses', { token, body: { title: 'Stars', ...ready, ...body } })).body,
  addStep: async (token: string, courseId: string, body: object) =>
    call<EditorStep>('POST', `/courses/${courseId}/steps`, { token, body }),
  steps: async <Body = ApiSteps>(courseId: string, token?: string) =>
    call<Body>('GET', `/courses/${courseId}/steps`, { token }),
})
