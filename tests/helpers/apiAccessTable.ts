import { apiActors, type ApiActor, type ApiScene } from './apiAccessScene.ts'

type Asked = { path: string; body?: unknown; form?: boolean }
/** What each of them is answered with. */
export type AccessRule = Record<ApiActor, number>
export type AccessRow = {
  /** `operationId`, and of what it is asked when there are several rows. */
  name: string
  rule: AccessRule
  ask: (scene: ApiScene) => Asked
  /** It changes the course, or people and their sessions: the next one needs others. */
  change?: 'course' | 'people'
}

const all = (status: number): AccessRule =>
  Object.fromEntries(apiActors.map((actor) => [actor, status])) as AccessRule

const shut = { nobody: 401, deactivated: 401 }
/** Whoever asks sees what anybody sees; a session that is over is told so. */
const anybody = (status = 200): AccessRule => ({ ...all(status), deactivated: 401 })
/** Whoever is signed in, wherever. */
const signedIn = (status = 200): AccessRule => ({ ...all(status), ...shut })
/** Whoever is signed in at the platform. */
const account = (status = 200): AccessRule => ({ ...signedIn(status), bound: 403 })
/** The course's authors and administrators; to others there is no such thing. */
const authors = (status = 200): AccessRule => ({
  ...account(404),
  ...{ owner: status, coAuthor: status, admin: status },
})
/** Its creator and administrators; co-authors are told that it is not theirs to do. */
const owner = (status = 200): AccessRule => ({ ...authors(status), coAuthor: 403 })
const reviewers = (status = 200): AccessRule => ({ ...authors(status), mentor: status })
/** Those who may make courses. */
const makers = (status: number): AccessRule => ({
  ...account(403),
  ...{ owner: status, coAuthor: status, creator: status, admin: status },
})
/** Whoever learns in the course. */
const learners = (status = 200): AccessRule => ({ ...signedIn(404), learner: status, bound: status })

const nothing = '00000000-0000-4000-8000-000000000000'
const course = (rest = '') => ({ ask: ({ courseId }: ApiScene) => ({ path: `/courses/${courseId}${rest}` }) })
const step = (rest = '', body?: unknown) => ({
  ask: ({ courseId, stepId }: ApiScene) => ({ path: `/courses/${courseId}/steps/${stepId}${rest}`, body }),
})
const assignment = (rest = '', body?: unknown) => ({
  ask: ({ assignmentId }: ApiScene) => ({ path: `/assignments/${assignmentId}${rest}`, body }),
})
const at = (path: string, body?: unknown) => ({ ask: () => ({ path, body }) })
const change = 'course'

/** Every route of the platform API, by its `operationId`. */
export const apiAccessTable: AccessRow[] = [
  { name: 'signInByTelegram', rule: all(401), ...at('/auth/telegram', { initData: 'hash=0' }) },
  {
    name: 'signInByPassword',
    rule: all(401),
    ...at('/auth/password', { email: 'nobody@example.org', password: 'wrong' }),
  },
  { name: 'signInByTelegramOnWeb', rule: anybody(422), ...at('/auth/telegram/web', {}) },
  { name: 'getTelegramLink', rule: account(), ...at('/users/telegram-link') },
  {
    name: 'askForTelegramLink without a platform bot',
    rule: account(409),
    ...at('/users/telegram-link', {}),
  },
  { name: 'refreshSession', rule: all(401), ...at('/auth/refresh', { refreshToken: 'x' }) },
  { name: 'listSessions', rule: signedIn(), ...at('/auth/sessions') },
  {
    name: 'endSession of somebody else',
    rule: { ...signedIn(404), owner: 204 },
    ask: ({ sessionId }) => ({ path: `/auth/sessions/${sessionId}` }),
    change: 'people',
  },
  { name: 'signOut', rule: signedIn(), ...at('/auth/logout'), change: 'people' },
  { name: 'getProfile', rule: signedIn(), ...at('/users/profile') },
  { name: 'changeProfile', rule: account(422), ...at('/users/profile', { role: 'admin' }) },
  { name: 'upgradePlan', rule: account(503), ...at('/users/upgrade', { plan: 'professional' }) },
  { name: 'confirmEmail', rule: account(422), ...at('/auth/email/confirm', { code: nothing }) },
  { name: 'searchCourses', rule: anybody(), ...at('/courses') },
  { name: 'suggestCourses', rule: anybody(), ...at('/courses/suggestions?search=co') },
  {
    name: 'enroll where no bot teaches at present',
    rule: { ...signedIn(409), learner: 200, bound: 200 },
    ...course('/enroll'),
  },
  {
    name: 'enroll in a draft',
    rule: signedIn(404),
    ask: ({ draftId }) => ({ path: `/courses/${draftId}/enroll` }),
  },
  { name: 'listLearning', rule: signedIn(), ...at('/users/learning') },
  { name: 'getProgress', rule: learners(), ...course('/progress') },
  { name: 'listOwnAssignments', rule: signedIn(), ...at('/users/assignments') },
  { name: 'listAssignments', rule: account(), ...at('/assignments') },
  { name: 'getAssignment', rule: reviewers(), ...assignment() },
  { name: 'claimAssignment', rule: reviewers(), ...assignment('/claim', {}), change },
  { name: 'releaseAssignment', rule: reviewers(), ...assignment('/release', {}), change },
  {
    name: 'decideAssignment',
    rule: reviewers(),
    ...assignment('/decide', { status: 'approved' }),
    change,
  },
  {
    name: 'decideAssignments of nobody’s',
    rule: account(),
    ...at('/assignments/decide', { ids: [nothing], status: 'approved' }),
  },
  { name: 'listOwnCourses', rule: account(), ...at('/users/courses') },
  {
    name: 'createCourse',
    rule: { ...account(201), moderator: 403 },
    ...at('/courses', { title: 'Mine' }),
    change: 'people',
  },
  { name: 'getCourse', rule: anybody(), ...course() },
  {
    name: 'getCourse of a draft',
    rule: { ...authors(), nobody: 404, bound: 404 },
    ask: ({ draftId }) => ({ path: `/courses/${draftId}` }),
  },
  {
    name: 'updateCourse',
    rule: authors(),
    ask: ({ courseId }) => ({ path: `/courses/${courseId}`, body: { title: 'Changed' } }),
    change,
  },
  { name: 'deleteCourse with learners', rule: owner(409), ...course() },
  {
    name: 'deleteCourse of a draft',
    rule: owner(204),
    ask: ({ draftId }) => ({ path: `/courses/${draftId}` }),
    change,
  },
  { name: 'duplicateCourse', rule: authors(201), ...course('/duplicate'), change },
  { name: 'getPublishing', rule: authors(), ...course('/publishing') },
  { name: 'publishCourse', rule: authors(), ...course('/publish'), change },
  { name: 'unpublishCourse', rule: owner(204), ...course('/unpublish'), change },
  { name: 'archiveCourse', rule: owner(204), ...course('/archive'), change },
  { name: 'restoreCourse', rule: owner(204), ...course('/restore'), change },
  { name: 'listReleases', rule: authors(), ...course('/releases') },
  { name: 'compareReleases', rule: authors(), ...course('/releases/1/changes') },
  { name: 'listSteps', rule: anybody(), ...course('/steps') },
  {
    name: 'listSteps of a draft',
    rule: { ...authors(), nobody: 404, bound: 404 },
    ask: ({ draftId }) => ({ path: `/courses/${draftId}/steps` }),
  },
  {
    name: 'createStep',
    rule: authors(201),
    ask: ({ courseId }) => ({ path: `/courses/${courseId}/steps`, body: { title: 'New' } }),
    change,
  },
  {
    name: 'orderSteps',
    rule: authors(),
    ask: ({ courseId, stepIds }) => ({
      path: `/courses/${courseId}/steps/order`,
      body: { stepIds: stepIds.toReversed() },
    }),
    change,
  },
  { name: 'getStep', rule: authors(), ...step() },
  { name: 'updateStep', rule: authors(), ...step('', { title: 'Changed' }), change },
  { name: 'trashStep', rule: authors(204), ...step(), change },
  {
    name: 'restoreStep',
    rule: authors(),
    ask: ({ courseId, trashedId }) => ({ path: `/courses/${courseId}/steps/${trashedId}/restore` }),
    change,
  },
  { name: 'duplicateStep', rule: authors(201), ...step('/duplicate'), change },
  { name: 'uploadMedia', rule: makers(422), ask: () => ({ path: '/media', form: true }) },
  { name: 'listMedia', rule: account(), ...at('/media') },
  {
    name: 'getMedia',
    rule: { ...account(404), owner: 200, admin: 200 },
    ask: ({ mediaId }) => ({ path: `/media/${mediaId}` }),
  },
  {
    name: 'deleteMedia',
    rule: { ...account(404), owner: 204, admin: 204 },
    ask: ({ mediaId }) => ({ path: `/media/${mediaId}` }),
    change,
  },
  // The last one: nobody has a Telegram account after it.
  { name: 'unlinkTelegram', rule: account(204), ...at('/users/telegram-link') },
]
