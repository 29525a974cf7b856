import type { Payload } from 'payload'

import { recordAudit } from '../../src/operations/audit/recordAudit.ts'
import type { Actor } from '../helpers/accessActors.ts'
import type { buildTaughtCourse } from './buildTaughtCourse.ts'
import type { SignedIn } from './createUser.ts'
import { pngFile } from './pngFile.ts'

/** Stands in everything of the author's; no answer to anybody else contains it. */
export const mark = 'secret-of-the-author'
export const far = '2100-01-01T00:00:00.000Z'

type Slug = Parameters<Payload['findByID']>[0]['collection']
export type AccessTarget = {
  slug: Slug
  /** Names in GraphQL: one, many, and of the input type. */
  one: string
  many: string
  id: string
  /** Enough to be created if access allowed it. */
  create: Record<string, unknown>
  update: Record<string, unknown>
  version?: string
  /** Who may create such a thing for themselves. */
  creators?: Actor[]
}

/**
 * A document of the author's in every collection that has an API, and what others will try with it.
 * @param given.student learns in the course, beside somebody else
 */
export const accessTargets = async (
  payload: Payload,
  given: { author: SignedIn; student: SignedIn; course: Awaited<ReturnType<typeof buildTaughtCourse>> },
): Promise<AccessTarget[]> => {
  const { author, student } = given
  const { bot, course: taught, steps } = given.course
  const other = { user: { not_equals: student.user.id } }
  const first = async (slug: Slug, where = {}) =>
    (await payload.find({ collection: slug, where, limit: 1 })).docs[0]?.id as string
  const media = await payload.create({
    collection: 'media',
    data: { alt: mark, creator: author.user.id },
    file: await pngFile(`${mark}.png`),
  })
  const outbox = await payload.create({
    collection: 'outbox',
    data: { topic: 'bot', subject: bot.id, dueAt: far, timesQueued: 0 },
  })
  const letter = { botId: bot.id, updateId: 1, telegramUserId: 4003, event: {}, tries: 1, isDead: false, error: mark, firstTriedAt: far, lastTriedAt: far } // prettier-ignore
  const deadLetter = await payload.create({ collection: 'deadLetters', data: letter })
  const preference = await payload.create({
    collection: 'payload-preferences',
    data: { key: mark, user: { relationTo: 'users', value: author.user.id }, value: { mark } },
    user: author.user,
  })
  await payload.kv.set(mark, { mark })
  const asked = { suggestedUsername: `${mark}_bot`, name: mark, state: 'done', expiresAt: far } as const
  const request = await payload.create({
    collection: 'botRequests',
    data: { ...asked, course: taught.id, creator: author.user.id },
  })
  const seen = { telegramBotId: 7, username: mark, name: mark, ownerTelegramId: 4001, seenAt: far }
  const managed = await payload.create({ collection: 'managedBots', data: seen })
  const learning = await payload.find({
    collection: 'enrollments',
    where: { user: { not_equals: student.user.id } },
    limit: 1,
  })
  const owned = {
    course: taught.id,
    enrollment: learning.docs[0]?.id ?? '',
    user: String(learning.docs[0]?.user),
  }
  const handedIn = { ...owned, learnerName: mark, stepTitle: mark, step: steps[0]?.id ?? '', release: bot.id, attempt: 1, items: [{ text: mark }], filesState: 'kept' as const, isLate: false, submittedAt: far, status: 'pending' as const, history: [] } // prettier-ignore
  const assignment = await payload.create({ collection: 'assignments', data: { ...handedIn } })
  const sentFile = { ...owned, originalName: mark, kind: 'document', state: 'waiting', purpose: 'submission' } as const // prettier-ignore
  const submissionFile = await payload.create({ collection: 'submissionFiles', data: { ...sentFile } })
  const rated = { course: taught.id, user: owned.user, learnerName: mark, stars: 5, comment: mark, changedAt: far } // prettier-ignore
  const rating = await payload.create({ collection: 'ratings', data: rated })
  const waited = { enrollment: await first('enrollments', other), course: mark, kind: 'quizTime', step: mark, attempt: 1, dueAt: far, tries: 0 } as const // prettier-ignore
  const timer = await payload.create({ collection: 'timers', data: waited })
  const told = { course: taught.id, enrollment: owned.enrollment, learnerName: mark, kind: 'reminder', key: mark, effect: { mark }, status: 'waiting', createdAt: far, dueAt: far } as const // prettier-ignore
  const notice = await payload.create({ collection: 'notices', data: told })
  const versionOf = async (collection: 'courses' | 'steps', parent: string) =>
    (await payload.findVersions({ collection, where: { parent: { equals: parent } }, limit: 1 })).docs[0]?.id
  const step = steps[0]?.id ?? ''
  const inCourse = { course: taught.id }
  const release = await first('releases')

  await recordAudit(payload.db.pool, {
    act: 'signedIn',
    actor: null,
    on: 'users',
    id: author.user.id,
    details: { mark },
  })

  return [
    { slug: 'users', one: 'User', many: 'Users', id: author.user.id, create: { email: 'new@example.org', password: 'long enough', role: 'admin', isActive: true, subscriptionPlan: 'free' }, update: { firstName: 'Eve' } },
    { slug: 'courses', one: 'Course', many: 'Courses', id: taught.id, create: { title: 'New course', language: 'en', pricingModel: 'free', studentsCount: 0 }, update: { title: 'Eve' }, version: await versionOf('courses', taught.id), creators: ['creator'] },
    { slug: 'steps', one: 'Step', many: 'Steps', id: step, create: { title: 'New step', stepType: 'text', ...inCourse }, update: { title: 'Eve' }, version: await versionOf('steps', step) },
    { slug: 'media', one: 'Media', many: 'allMedia', id: media.id, create: { alt: 'New' }, update: { alt: 'Eve' }, creators: ['creator'] },
    { slug: 'bots', one: 'Bot', many: 'Bots', id: bot.id, create: { ...inCourse, state: 'live', isPaused: false, isManaged: true, isProven: true, isRemoving: false, rendering: 'auto', key: 'k', secretVersion: 0, applied: {}, changedAt: far }, update: { isPaused: true } },
    { slug: 'botRequests', one: 'BotRequest', many: 'BotRequests', id: request.id, create: { ...inCourse, suggestedUsername: 'eve_bot', name: 'Eve', state: 'open', expiresAt: far }, update: { state: 'open' } },
    { slug: 'managedBots', one: 'ManagedBot', many: 'ManagedBots', id: managed.id, create: { telegramBotId: 8, username: 'eve_bot', name: 'Eve', ownerTelegramId: 8, seenAt: far }, update: { ownerTelegramId: 8 } },
    { slug: 'enrollments', one: 'Enrollment', many: 'Enrollments', id: await first('enrollments', other), create: { ...inCourse, user: student.user.id, learnerName: 'Eve', status: 'completed', progressPercent: 100, isBlocked: false, enrolledAt: far, state: {}, updates: [] }, update: { progressPercent: 100 } },
    { slug: 'progress', one: 'Progress', many: 'Progresses', id: await first('progress', other), create: { ...inCourse, user: student.user.id, step, release, isCompleted: true, attemptsCount: 0, timeSpent: 0, openedAt: far }, update: { isCompleted: true } },
    { slug: 'assignments', one: 'Assignment', many: 'Assignments', id: assignment.id, create: { ...handedIn, attempt: 2 }, update: { status: 'approved' } },
    { slug: 'submissionFiles', one: 'SubmissionFile', many: 'SubmissionFiles', id: submissionFile.id, create: sentFile, update: { state: 'kept' } },
    { slug: 'releases', one: 'Release', many: 'Releases', id: release, create: { ...inCourse, number: 9, stepsCount: 0, contentHash: 'x', content: {} }, update: { number: 8 } },
    { slug: 'ratings', one: 'Rating', many: 'Ratings', id: rating.id, create: { ...rated, user: student.user.id }, update: { stars: 1 } },
    { slug: 'notices', one: 'Notice', many: 'Notices', id: notice.id, create: { ...told, key: 'another' }, update: { status: 'sent' } },
    { slug: 'timers', one: 'Timer', many: 'Timers', id: timer.id, create: { ...waited, attempt: 2 }, update: { tries: 5 } },
    { slug: 'outbox', one: 'Outbox', many: 'Outboxes', id: outbox.id, create: { topic: 'bot', subject: bot.id, dueAt: far, timesQueued: 0 }, update: { timesQueued: 5 } },
    { slug: 'deadLetters', one: 'DeadLetter', many: 'DeadLetters', id: deadLetter.id, create: { ...letter, updateId: 2 }, update: { tries: 5 } },
    { slug: 'auditEvents', one: 'AuditEvent', many: 'AuditEvents', id: await first('auditEvents'), create: { at: far, act: 'signedIn', onCollection: 'users', documentId: 'x' }, update: { act: 'roleChanged' } },
    { slug: 'payload-preferences', one: 'PayloadPreference', many: 'PayloadPreferences', id: preference.id, create: { key: 'eve' }, update: { key: 'eve' }, creators: ['student', 'creator', 'moderator'] },
    { slug: 'payload-kv', one: 'PayloadKv', many: 'PayloadKvs', id: await first('payload-kv'), create: { key: 'eve', data: {} }, update: { data: {} } },
  ] // prettier-ignore
}
