import type { RouteAccess } from '../../src/api/apiRoute.ts'

/**
 * `open`: whoever may call the route at all gets an answer; what others own never is in it · `own`: what is somebody
 * else’s is refused, whoever asks but administrators and its owners.
 */
type Rule = { access: RouteAccess; objects: 'open' | 'own'; body?: Record<string, unknown> }

const nobodysId = '00000000-0000-4000-8000-000000000000'

/** Every route of the platform API and who may what there. A route without a row fails the tests; so does a row too many. */
export const apiAccessTable: Record<string, Rule> = {
  'POST /auth/telegram': { access: 'anybody', objects: 'open' },
  'POST /auth/password': { access: 'anybody', objects: 'open' },
  'POST /auth/telegram/web': { access: 'anybody', objects: 'open' },
  'POST /auth/refresh': { access: 'anybody', objects: 'open' },
  'POST /auth/logout': { access: 'session', objects: 'open' },
  'GET /auth/sessions': { access: 'session', objects: 'open' },
  'DELETE /auth/sessions/{sessionId}': { access: 'session', objects: 'own' },
  'GET /users/profile': { access: 'session', objects: 'open' },
  'PUT /users/profile': { access: 'account', objects: 'open' },
  'POST /auth/email/confirm': { access: 'account', objects: 'open' },
  'GET /users/telegram-link': { access: 'account', objects: 'open' },
  'POST /users/telegram-link': { access: 'account', objects: 'open' },
  'DELETE /users/telegram-link': { access: 'account', objects: 'open' },
  'POST /courses/{courseId}/enroll': { access: 'session', objects: 'own' },
  'GET /users/learning': { access: 'session', objects: 'open' },
  'GET /courses/{courseId}/progress': { access: 'session', objects: 'own' },
  'GET /courses': { access: 'anybody', objects: 'open' },
  'POST /courses': { access: 'account', objects: 'open' },
  'GET /courses/suggestions': { access: 'anybody', objects: 'open' },
  'GET /users/assignments': { access: 'session', objects: 'open' },
  'GET /assignments': { access: 'account', objects: 'open' },
  'POST /assignments/decide': { access: 'account', objects: 'open' },
  'GET /assignments/{assignmentId}': { access: 'account', objects: 'own' },
  'POST /assignments/{assignmentId}/claim': { access: 'account', objects: 'own' },
  'POST /assignments/{assignmentId}/release': { access: 'account', objects: 'own' },
  'POST /assignments/{assignmentId}/decide': { access: 'account', objects: 'own', body: { status: 'approved' } },
  'GET /users/courses': { access: 'account', objects: 'open' },
  'GET /courses/{courseId}': { access: 'anybody', objects: 'own' },
  'PUT /courses/{courseId}': { access: 'account', objects: 'own', body: { title: 'Eve’s now' } },
  'DELETE /courses/{courseId}': { access: 'account', objects: 'own' },
  'POST /courses/{courseId}/duplicate': { access: 'account', objects: 'own' },
  'GET /courses/{courseId}/publishing': { access: 'account', objects: 'own' },
  'POST /courses/{courseId}/publish': { access: 'account', objects: 'own' },
  'POST /courses/{courseId}/unpublish': { access: 'account', objects: 'own' },
  'POST /courses/{courseId}/archive': { access: 'account', objects: 'own' },
  'POST /courses/{courseId}/restore': { access: 'account', objects: 'own' },
  'GET /courses/{courseId}/releases': { access: 'account', objects: 'own' },
  'GET /courses/{courseId}/releases/{number}/changes': { access: 'account', objects: 'own' },
  'GET /courses/{courseId}/steps': { access: 'anybody', objects: 'own' },
  'POST /courses/{courseId}/steps': { access: 'account', objects: 'own', body: { title: 'Eve’s', stepType: 'text' } },
  'PUT /courses/{courseId}/steps/order': { access: 'account', objects: 'own', body: { stepIds: [nobodysId] } },
  'GET /courses/{courseId}/steps/{stepId}': { access: 'account', objects: 'own' },
  'PUT /courses/{courseId}/steps/{stepId}': { access: 'account', objects: 'own', body: { title: 'Eve’s now' } },
  'DELETE /courses/{courseId}/steps/{stepId}': { access: 'account', objects: 'own' },
  'POST /courses/{courseId}/steps/{stepId}/restore': { access: 'account', objects: 'own' },
  'POST /courses/{courseId}/steps/{stepId}/duplicate': { access: 'account', objects: 'own' },
  'POST /media': { access: 'account', objects: 'open' },
  'GET /media': { access: 'account', objects: 'open' },
  'GET /media/{mediaId}': { access: 'account', objects: 'own' },
  'DELETE /media/{mediaId}': { access: 'account', objects: 'own' },
} // prettier-ignore
