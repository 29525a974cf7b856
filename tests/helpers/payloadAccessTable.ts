import { nameOf } from './payloadRoutes.ts'

/**
 * What each is answered about things of the owner's, in the order nobody, student, another creator, the owner,
 * moderator, admin, deactivated: `-` refused, `0` nothing there for them, `!` let in and told what is wrong,
 * `+` done. A history that is not kept is nothing to anybody.
 */
const ours = `
------- POST /runner/actions
------- GET /runner/bots
------- GET /runner/bots/:id
------- POST /runner/bots/:id/report
------- POST /runner/bots/check
------- POST /runner/bots/:id/check
------- POST /runner/bots/:id/rich-refused
------- POST /runner/bots/:id/farewells
------- POST /runner/bots/:id/farewells/back
------- GET /runner/bots/:id/picture
------- POST /runner/bots/:id/token
------- POST /runner/bots/:id/ownership
------- POST /runner/tests/join
------- POST /runner/platform
------- POST /runner/platform/link
------- POST /runner/platform/unlink
------- POST /runner/platform/managed-bot
------- POST /runner/platform/choose
------- GET /runner/platform/courses
------- POST /runner/platform/courses
------- POST /runner/platform/team
------- GET /runner/platform/review/chats/:id
------- POST /runner/platform/review/chats/:id/shown
------- POST /runner/platform/review/chats/:id/stop
------- POST /runner/platform/review/act
------- POST /runner/platform/review/voice
------- POST /runner/platform/review/said
------- POST /runner/platform/review/cancel
------- POST /runner/platform/review/settings
------- GET /runner/platform/alerts/:id
------- GET /runner/files/:id
------- POST /runner/files/:id
------- POST /runner/media/links
------- GET /runner/media/:id
------- GET /runner/submissions/:id
------- POST /runner/submissions/:id/settled
------- POST /runner/submissions/files/:id
------- POST /runner/submissions/files/:id/lost
------- GET /runner/releases/:id
------- GET /runner/deliveries/:id
------- GET /runner/notices/:id
------- POST /runner/notices/:id/claim
------- POST /runner/notices/:id/report
------- GET /runner/erasures/:id
------- POST /runner/erasures/:id
------- POST /runner/outbox/:id/done
+++++++ GET /access
-!!!!!- POST /reorder
--!!-!- POST /courses/import
-00+0+- GET /courses/:id/team
-!!!!!- POST /courses/:id/team/invites
-00+0+- DELETE /courses/:id/team/invites/:inviteId
-!!!!!- POST /courses/:id/team/link
-00+0+- DELETE /courses/:id/team/members/:userId
-00+0+- GET /courses/:id/test
-00+0+- POST /courses/:id/test
-00+0+- DELETE /courses/:id/test
-00!0!- POST /courses/:id/test/invitation
-00+0+- DELETE /courses/:id/test/invitation
-00000- DELETE /courses/:id/test/testers/:testerId
-00+0+- GET /courses/:id/publishing
-00+0+- POST /courses/:id/publish
-00+0+- POST /courses/:id/unpublish
-00+0+- POST /courses/:id/archive
-00+0+- POST /courses/:id/restore
-00+0+- GET /courses/:id/bot
-00+0+- POST /courses/:id/bot
-00+0+- PATCH /courses/:id/bot
-00+0+- DELETE /courses/:id/bot
-00!0!- POST /courses/:id/bot/request
-00!0!- DELETE /courses/:id/bot/request
-00+0+- POST /courses/:id/bot/relink
-00!0!- POST /courses/:id/bot/rotate
-00!0!- POST /courses/:id/bot/proof
-00!0!- POST /courses/:id/transfer
-!!!!!- GET /media/paste-url/:id?
--00-0- GET /media/file/:filename
-00+0+- GET /enrollments/:id/steps
-00!0!- POST /enrollments/:id/override
-+++++- GET /assignments/queue
+++++++ GET /assignments/waiting
-!!!!!- POST /assignments/bulk
-00+0+- GET /assignments/:id/review
-00+0!- POST /assignments/:id/claim
-+++++- POST /assignments/:id/release
-!!!!!- POST /assignments/:id/decide
-!!!!!- GET /submissionFiles/paste-url/:id?
-00000- GET /submissionFiles/file/:filename
-+++++- GET /users/me/telegram-link
-!!!!!- POST /users/me/telegram-link
-+!+!!- DELETE /users/me/telegram-link
-+++++- GET /users/me/invites
-00000- POST /users/me/invites/:inviteId/accept
-00000- POST /users/me/invites/:inviteId/decline
!!!!!!! POST /users/forgot-password
+++++++ GET /users/init
!!!!!!! POST /users/login
!+++++! POST /users/logout
+++++++ GET /users/me
-+++++- POST /users/refresh-token
0000000 POST /users/first-register
------- POST /users/reset-password
!!!!!!! POST /users/unlock
0000000 POST /users/verify/:id
-----+- GET /bots/fleet
-----+- POST /bots/:id/check
+++++++ GET /payload-preferences/:key
-00+00- DELETE /payload-preferences/:key
-+++++- POST /payload-preferences/:key
+++++++ POST /globals/platform/access
--++-+- GET /globals/platform
0000000 GET /globals/platform/versions/:id
0000000 GET /globals/platform/versions
0000000 POST /globals/platform/versions/:id
------- POST /globals/platform
`

/** The routes that Payload makes for each collection, in these columns; dots where it makes none. */
const routes = [
  'POST ',
  'GET ',
  'GET /:id',
  'GET /count',
  'PATCH ',
  'PATCH /:id',
  'DELETE ',
  'DELETE /:id',
  'POST /:id/duplicate',
  'GET /versions',
  'GET /versions/:id',
  'POST /versions/:id',
  'POST /access/:id?',
]
const collections = `
courses             --++-+- --0+-+- --0+-+- --0+-+- --0+-+- ---+-+- --0!-!- ---!-!- ---+-+- --0+-+- ---+-+- ---+-+- +++++++
steps               --0+-+- --0+-+- --0+-+- --0+-+- --0+-+- ---+-+- ------- ------- ---+-+- --0+-+- ---+-+- ---+-+- +++++++
media               --!!-!- --0+-+- --0+-+- --0+-+- --0+-+- ---+-+- --0+-+- ---+-+- ....... 0000000 0000000 0000000 +++++++
releases            ------- --0+-+- --0+-+- --0+-+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
enrollments         ------- -00+0+- -00+0+- -00+0+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
progress            ------- -00+0+- -00+0+- -00+0+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
ratings             ------- -00+0+- -00+0+- -00+0+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
assignments         ------- -00+0+- -00+0+- -00+0+- ------- ------- ------- ------- ....... 0000000 0000000 0000000 +++++++
submissionFiles     ------- -00+0+- -00+0+- -00+0+- ------- ------- ------- ------- ....... 0000000 0000000 0000000 +++++++
users               -----+- -00+0+- -00+0+- -00+0+- -00+0+- ---+-+- -----!- -----!- ....... 0000000 0000000 0000000 +++++++
bots                ------- --0+-+- --0+-+- --0+-+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
botRequests         ------- --0+-+- --0+-+- --0+-+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
managedBots         ------- -----+- -----+- -----+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
timers              ------- -----+- -----+- -----+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
notices             ------- --0+-+- --0+-+- --0+-+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
outbox              ------- -----+- -----+- -----+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
deadLetters         ------- -----+- -----+- -----+- ------- ------- -----+- -----+- ------- 0000000 0000000 0000000 +++++++
auditEvents         ------- -----+- -----+- -----+- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
payload-kv          ------- ------- ------- ------- ------- ------- ------- ------- ------- 0000000 0000000 0000000 +++++++
payload-preferences -+++++- -00000- +++++++ +++++++ -00000- ------- -00000- -00000- ------- 0000000 0000000 0000000 0000000
`

const linesOf = (table: string): string[] => table.trim().split('\n')

/** The rule of every route, by its name. */
export const payloadAccessTable = new Map<string, string>([
  ...linesOf(ours).map((line) => [line.slice(8), line.slice(0, 7)] as const),
  ...linesOf(collections).flatMap((line) => {
    const [slug = '', ...rules] = line.split(/ +/)
    return rules.flatMap((rule, column) => {
      const [method = '', path = ''] = (routes[column] ?? '').split(' ')
      return rule.startsWith('.') ? [] : [[nameOf({ method, path: `/${slug}${path}` }), rule] as const]
    })
  }),
])
