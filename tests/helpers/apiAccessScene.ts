import type { Payload } from 'payload'

import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { handInWork } from '../factories/handInWork.ts'
import { pngFile } from '../factories/pngFile.ts'
import { uploadFile } from '../factories/uploadFile.ts'
import { openApiSession } from './apiCalls.ts'

/**
 * Whoever may ask: the creator of the course and its team, its learner (also in a session of its bot), and everybody
 * else by their role.
 */
export const apiActors = [
  'nobody',
  'student',
  'learner',
  'bound',
  'owner',
  'coAuthor',
  'mentor',
  'creator',
  'moderator',
  'admin',
  'deactivated',
] as const
export type ApiActor = (typeof apiActors)[number]

const roles = {
  student: 'student',
  learner: 'student',
  owner: 'creator',
  coAuthor: 'creator',
  mentor: 'student',
  creator: 'creator',
  moderator: 'moderator',
  admin: 'admin',
  deactivated: 'creator',
} as const
type Person = keyof typeof roles

let lastTelegramId = 8_100_000

/** The people, signed in; made once, since hashing a password takes its time. */
export const apiPeople = async (payload: Payload) => {
  const entries = await Promise.all(
    (Object.keys(roles) as Person[]).map(async (person) => {
      const telegramId = (lastTelegramId += 1)
      const signedIn = await createUser(payload, { role: roles[person], telegramId, languageCode: 'en' })
      const session = await openApiSession(payload, signedIn.user.id)
      return [person, { ...signedIn, telegramId, session }] as const
    }),
  )
  const people = Object.fromEntries(entries) as Record<Person, (typeof entries)[number][1]>
  await payload.update({
    collection: 'users',
    id: people.deactivated.user.id,
    data: { isActive: false },
  })
  return people
}
/** The same people with other sessions, each in their role again. */
export const renewPeople = async (payload: Payload, people: ApiPeople): Promise<ApiPeople> => {
  const entries = Object.entries(people) as [Person, ApiPeople[Person]][]
  const renewed = await Promise.all(
    entries.map(async ([person, signedIn]) => {
      const { id } = signedIn.user
      await payload.db.pool.query('UPDATE users SET role = $1::text::enum_users_role WHERE id = $2', [
        roles[person],
        id,
      ])
      return [person, { ...signedIn, session: await openApiSession(payload, id) }] as const
    }),
  )
  return Object.fromEntries(renewed) as ApiPeople
}
export type ApiPeople = Awaited<ReturnType<typeof apiPeople>>

/** A course with everything that routes are about, taught to the learner, and a draft of the same author. */
export const apiScene = async (payload: Payload, web: { webUrl: string }, people: ApiPeople) => {
  const { owner, coAuthor, mentor, learner } = people
  const team = { coAuthors: [coAuthor.user.id], mentors: [mentor.user.id], isListed: true }
  const { course, steps, bot } = await buildTaughtCourse(payload, {
    author: owner,
    course: team,
    steps: [assignmentStep('Work'), { title: 'Two' }],
  })
  const trashed = await payload.create({
    collection: 'steps',
    data: {
      ...{ title: 'Trashed', stepType: 'text', course: course.id },
      deletedAt: new Date().toISOString(),
    },
  })
  const assignmentId = await handInWork(payload, {
    ...{ botId: bot.id, telegramUserId: learner.telegramId, text: 'My work' },
  })
  const draft = await payload.create({
    collection: 'courses',
    data: { ...draftData, creator: owner.user.id, ...team },
  })
  const file = await uploadFile(web, owner, (await pngFile('picture.png')).data, {
    name: 'picture.png',
    type: 'image/png',
  })
  return {
    courseId: course.id,
    draftId: draft.id,
    stepId: steps[0]!.id,
    stepIds: steps.map(({ id }) => id),
    trashedId: trashed.id,
    assignmentId,
    mediaId: file.doc.id,
    sessionId: sessionOf(owner.session),
    tokens: {
      ...Object.fromEntries(Object.entries(people).map(([person, { session }]) => [person, session])),
      nobody: undefined,
      bound: await openApiSession(payload, learner.user.id, course.id),
    } as Record<ApiActor, string | undefined>,
  }
}
export type ApiScene = Awaited<ReturnType<typeof apiScene>>

const draftData = {
  title: 'A draft',
  language: 'en',
  pricingModel: 'free',
  isPublished: false,
  isArchived: false,
  studentsCount: 0,
} as const

/** A session's id stands in its token. */
const sessionOf = (token: string): string => {
  const [, claims = ''] = token.split('.')
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub?: string }).sub ?? ''
}
