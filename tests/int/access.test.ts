import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { applyActions } from '../../src/operations/applyActions/applyActions.system.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { outcomeOf, type Outcome } from '../helpers/refusal.ts'
import { snapshotTables } from '../helpers/snapshotTables.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const actors = ['nobody', 'student', 'creator', 'moderator', 'deactivated'] as const
type Actor = (typeof actors)[number]

type Slug = Parameters<Payload['findByID']>[0]['collection']
type Target = {
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

/** Stands in everything of the author's; no answer to anybody else contains it. */
const mark = 'secret-of-the-author'
const far = '2100-01-01T00:00:00.000Z'

describe('access', () => {
  let stack: Stack
  let payload: Payload
  let author: SignedIn
  let people: Record<Exclude<Actor, 'nobody'>, SignedIn>
  let course: Awaited<ReturnType<typeof buildTaughtCourse>>
  let targets: Target[]
  let token: string
  let mediaName: string

  const tokenOf = (actor: Actor) => (actor === 'nobody' ? undefined : people[actor].token)
  const userOf = (actor: Actor) => (actor === 'nobody' ? undefined : people[actor].user)

  beforeAll(async () => {
    stack = await startStack({ LOG_LEVEL: 'trace' })
    payload = await getTestPayload()
    author = await createUser(payload, { firstName: mark, telegramId: 4001 })
    const [student, creator, moderator, gone] = await Promise.all([
      createUser(payload, { role: 'student', telegramId: 4002 }),
      createUser(payload),
      createUser(payload, { role: 'moderator' }),
      createUser(payload),
    ])
    await payload.update({ collection: 'users', id: gone.user.id, data: { isActive: false } })
    people = {
      student,
      creator,
      moderator,
      deactivated: { ...gone, user: { ...gone.user, isActive: false } },
    }

    ;({ token } = await stack.emulator.createBot({ username: 'access_bot', name: 'Access' }))
    course = await buildTaughtCourse(payload, {
      author,
      token,
      course: { title: `${mark} course` },
      steps: [{ title: `${mark} step` }, { title: `${mark} second` }],
    })
    const { bot, course: taught, steps } = course
    // The student learns in the course too: what is theirs they see, what is another learner's not.
    const actions = [4002, 4003].map((telegramUserId) =>
      buildAction({ botId: bot.id, telegramUserId, learner: { firstName: `${mark} ${telegramUserId}` } }),
    )
    const begin = actions.map(({ learner }) =>
      buildAction({
        botId: bot.id,
        telegramUserId: learner.telegramUserId,
        event: { type: 'tap', tap: { action: 'begin', version: 1 } },
      }),
    )
    await applyActions({ payload, request: { actions, receipts: [] } })
    await applyActions({ payload, request: { actions: begin, receipts: [] } })

    const other = { user: { not_equals: student.user.id } }
    const first = async (slug: Slug, where = {}) =>
      (await payload.find({ collection: slug, where, limit: 1 })).docs[0]?.id as string
    const media = await payload.create({
      collection: 'media',
      data: { alt: mark, creator: author.user.id },
      file: await pngFile(`${mark}.png`),
    })
    mediaName = media.filename ?? ''
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
      (await payload.findVersions({ collection, where: { parent: { equals: parent } }, limit: 1 })).docs[0]
        ?.id
    const step = steps[0]?.id ?? ''
    const inCourse = { course: taught.id }
    const release = await first('releases')

    targets = [
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
      { slug: 'payload-preferences', one: 'PayloadPreference', many: 'PayloadPreferences', id: preference.id, create: { key: 'eve' }, update: { key: 'eve' }, creators: ['student', 'creator', 'moderator'] },
      { slug: 'payload-kv', one: 'PayloadKv', many: 'PayloadKvs', id: await first('payload-kv'), create: { key: 'eve', data: {} }, update: { data: {} } },
    ] // prettier-ignore
  })
  afterAll(() => stack.stop())

  const rest = async (actor: Actor, method: string, path: string, body?: unknown): Promise<Outcome> => {
    const answer = await callWeb(stack, method, path, { token: tokenOf(actor), body })
    return { status: answer.status, text: JSON.stringify(answer.body ?? '') }
  }
  const graphql = async (actor: Actor, query: string, variables = {}): Promise<Outcome> => {
    const { status, body } = await callWeb<{ data?: object | null; errors?: { message: string; extensions?: { statusCode?: number } }[] }>(
      stack, 'POST', '/graphql', { token: tokenOf(actor), body: { query, variables } },
    ) // prettier-ignore
    const [error] = body.errors ?? []
    return {
      status: error === undefined ? status : (error.extensions?.statusCode ?? 500),
      text: JSON.stringify(body),
    }
  }

  /** Each operation in its three ways. */
  const reads = (
    actor: Actor,
    { slug, one, many, id, version }: Target,
  ): Record<string, Promise<Outcome>> => {
    const where = { id: { equals: id } }
    const query = `where[id][equals]=${id}&depth=2`
    const as = { collection: slug, overrideAccess: false, user: userOf(actor) }
    const versioned = slug as 'steps'
    const count = many.startsWith('all') ? `countall${one}` : `count${many}`
    return {
      'REST find': rest(actor, 'GET', `/${slug}?${query}`),
      'REST count': rest(actor, 'GET', `/${slug}/count?where[id][equals]=${id}`),
      'GraphQL find': graphql(actor, `{ ${many}(where: { id: { equals: "${id}" } }) { docs { id } totalDocs } }`),
      'GraphQL findByID': graphql(actor, `{ ${one}(id: "${id}") { id } }`),
      'GraphQL count': graphql(actor, `{ ${count}(where: { id: { equals: "${id}" } }) { totalDocs } }`),
      'local find': outcomeOf(payload.find({ ...as, where })),
      'local count': outcomeOf(payload.count({ ...as, where })),
      // Preferences are read by their key, and an unknown key is no preference.
      'REST findByID': rest(actor, 'GET', `/${slug}/${slug === 'payload-preferences' ? mark : id}?depth=2`),
      'local findByID': outcomeOf(payload.findByID({ ...as, id })),
      ...(version && {
        'REST versions': rest(actor, 'GET', `/${slug}/versions?where[parent][equals]=${id}`),
        'REST version': rest(actor, 'GET', `/${slug}/versions/${version}`),
        'GraphQL versions': graphql(actor, `{ versions${many}(where: { parent: { equals: "${id}" } }) { docs { id } totalDocs } }`),
        'GraphQL version': graphql(actor, `{ version${one}(id: "${version}") { id } }`),
        'local versions': outcomeOf(payload.findVersions({ ...as, collection: versioned, where: { parent: { equals: id } } })),
        'local version': outcomeOf(payload.findVersionByID({ ...as, collection: versioned, id: version })),
      }),
    } // prettier-ignore
  }
  const writes = (actor: Actor, target: Target): Record<string, () => Promise<Outcome>> => {
    const { slug, one, id, create, update, version, creators = [] } = target
    const as = { collection: slug as 'steps', overrideAccess: false, user: userOf(actor) }
    const input = `mutation${one}`
    const isUser = slug === 'users'
    const isPreference = slug === 'payload-preferences'
    return {
      ...(!creators.includes(actor) && {
        'REST create': () => rest(actor, 'POST', `/${slug}`, create),
        'GraphQL create': () => graphql(actor, `mutation ($data: ${input}Input!) { create${one}(data: $data) { id } }`, { data: create }),
        // Whose session is gone is nobody; handed in here, Payload's own collection would take them.
        ...(!isPreference && { 'local create': () => outcomeOf(payload.create({ ...as, data: create as never })) }),
      }),
      'REST update': () => rest(actor, 'PATCH', `/${slug}/${id}`, update),
      'REST update many': () => rest(actor, 'PATCH', `/${slug}?where[id][equals]=${id}`, update),
      'GraphQL update': () => graphql(actor, `mutation ($data: ${input}UpdateInput!) { update${one}(id: "${id}", data: $data) { id } }`, { data: update }),
      'local update': () => outcomeOf(payload.update({ ...as, id, data: update })),
      // A preference is deleted by its key, among one's own.
      ...(!isPreference && { 'REST delete': () => rest(actor, 'DELETE', `/${slug}/${id}`) }),
      'REST delete many': () => rest(actor, 'DELETE', `/${slug}?where[id][equals]=${id}`),
      'GraphQL delete': () => graphql(actor, `mutation { delete${one}(id: "${id}") { id } }`),
      'local delete': () => outcomeOf(payload.delete({ ...as, id })),
      ...(!isUser && {
        'REST duplicate': () => rest(actor, 'POST', `/${slug}/${id}/duplicate`, {}),
        // A file is uploaded anew, and work is handed in anew: there is no such mutation.
        ...(!['media', 'assignments', 'submissionFiles'].includes(slug) && { 'GraphQL duplicate': () => graphql(actor, `mutation ($data: ${input}Input!) { duplicate${one}(id: "${id}", data: $data) { id } }`, { data: create }) }),
        'local duplicate': () => outcomeOf(payload.duplicate({ ...as, id })),
      }),
      ...(version && {
        'REST restore': () => rest(actor, 'POST', `/${slug}/versions/${version}`),
        'GraphQL restore': () => graphql(actor, `mutation { restoreVersion${one}(id: "${version}") { id } }`),
        'local restore': () => outcomeOf(payload.restoreVersion({ ...as, id: version })),
      }),
      ...(slug === 'steps' && {
        'REST trash': () => rest(actor, 'PATCH', `/steps/${id}`, { deletedAt: far }),
        'local trash': () => outcomeOf(payload.update({ ...as, id, data: { deletedAt: far } })),
      }),
    } // prettier-ignore
  }

  it('should cover every collection that has an API', () => {
    const open = Object.values(payload.collections)
      .filter(({ config }) => config.endpoints !== false)
      .map(({ config }) => config.slug)
    expect(targets.map(({ slug }) => slug).toSorted()).toEqual(open.toSorted())
    expect(targets.every(({ id }) => /^[0-9a-f-]{36}$/.test(id))).toBe(true)
  })

  it('should let the author see what is theirs, so that the refusals below mean something', async () => {
    for (const slug of [
      'courses',
      'steps',
      'media',
      'bots',
      'botRequests',
      'enrollments',
      'progress',
      'assignments',
      'submissionFiles',
      'ratings',
      'releases',
      'notices',
    ] as const) {
      const { id } = targets.find((target) => target.slug === slug) as Target
      const { status, body } = await callWeb(stack, 'GET', `/${slug}/${id}`, { token: author.token })
      expect({ slug, status, id: body.id }).toEqual({ slug, status: 200, id })
    }
  })

  it.each(actors)('should show %s nothing of another author, whichever way they ask', async (actor) => {
    const wrong: string[] = []
    for (const target of targets) {
      for (const [name, outcome] of Object.entries(reads(actor, target))) {
        const { status, text } = await outcome
        const isEmpty = status === 200 && !text.includes(mark) && !text.includes(target.id) && !/"totalDocs":[1-9]/.test(text)
        if (!isEmpty && ![401, 403, 404].includes(status)) wrong.push(`${target.slug}: ${name}: ${status} ${text.slice(0, 300)}`)
        if (text.includes(mark)) wrong.push(`${target.slug}: ${name} leaks`)
      }
    } // prettier-ignore
    expect(wrong).toEqual([])
  })

  it.each(actors)('should let %s change nothing of another author', async (actor) => {
    const before = await snapshotTables(payload)
    const wrong: string[] = []
    for (const target of targets) {
      for (const [name, act] of Object.entries(writes(actor, target))) {
        const { status, text } = await act()
        // A change of many that reaches none is a success with nothing in it.
        const isEmpty = status === 200 && /"docs":\[\]/.test(text) && /"errors":\[\]/.test(text)
        if (!isEmpty && ![400, 401, 403, 404].includes(status)) wrong.push(`${target.slug}: ${name}: ${status} ${text.slice(0, 300)}`)
        if (text.includes(mark)) wrong.push(`${target.slug}: ${name} leaks`)
      }
    } // prettier-ignore
    expect(wrong).toEqual([])
    expect(await snapshotTables(payload)).toEqual(before)
  })

  it('should show an author the history of their course and steps', async () => {
    for (const { slug, id, version } of targets.filter(({ version }) => version !== undefined)) {
      const { body } = await callWeb<{ totalDocs: number }>(stack, 'GET', `/${slug}/versions?where[parent][equals]=${id}`, { token: author.token })
      expect(body.totalDocs, slug).toBeGreaterThan(0)
      const { status } = await callWeb(stack, 'GET', `/${slug}/versions/${version}`, { token: author.token })
      expect(status, slug).toBe(200)
    }
  }) // prettier-ignore

  it('should hand a course’s history over with the course', async () => {
    const { user, token: own } = people.creator
    const admin = await createUser(payload, { role: 'admin' })
    const made = await callWeb<{ doc: { id: string } }>(stack, 'POST', '/courses', {
      token: own,
      body: { title: 'Handed over' },
    })
    const { id } = made.body.doc
    const versionsFor = async (person: SignedIn) => {
      const path = `/courses/versions?where[parent][equals]=${id}`
      const { body } = await callWeb<{ totalDocs: number }>(stack, 'GET', path, { token: person.token })
      return body.totalDocs
    }
    expect([await versionsFor(people.creator), await versionsFor(author)]).toEqual([1, 0])
    const given = { token: admin.token, body: { creator: author.user.id } }
    await callWeb(stack, 'PATCH', `/courses/${id}`, given)
    expect([await versionsFor(people.creator), await versionsFor(author)]).toEqual([0, 2])
    await payload.update({ collection: 'courses', id, data: { creator: user.id } })
    await payload.delete({ collection: 'courses', id })
  })

  it('should show a learner with a login what is theirs, without the state behind it', async () => {
    const { token: own } = people.student
    for (const slug of ['enrollments', 'progress'] as const) {
      const { body } = await callWeb<{ docs: object[] }>(stack, 'GET', `/${slug}`, { token: own })
      expect(body.docs, slug).toHaveLength(1)
      expect(body.docs[0]).toMatchObject({ user: people.student.user.id })
      expect(body.docs[0]).not.toHaveProperty('state')
    }
  })

  it.each(actors)('should let %s reorder nobody else’s steps', async (actor) => {
    const before = await snapshotTables(payload)
    const [one, two] = await Promise.all(
      course.steps.map(({ id }) => payload.findByID({ collection: 'steps', id, showHiddenFields: true })),
    )
    const order = (step: typeof one) =>
      (step as { _steps_steps_order?: string } | undefined)?._steps_steps_order
    for (const target of [{ id: two?.id, key: order(two) }, { id: two?.id }]) {
      const { status, text } = await rest(actor, 'POST', '/reorder', {
        collectionSlug: 'steps',
        docsToMove: [one?.id],
        newKeyWillBe: 'greater',
        orderableFieldName: '_steps_steps_order',
        target,
      })
      // Without a key Payload gives places to steps that have none; here there is none to move.
      if (target.key !== undefined) expect([401, 403, 404]).toContain(status)
      expect(text).not.toContain(mark)
    }
    expect(await snapshotTables(payload)).toEqual(before)
  })

  it('should tell nothing of a hidden field by filtering, sorting or selecting it', async () => {
    const { bot } = course
    const guesses = [
      ['bots', 'sealedToken', 'like', bot.sealedToken?.slice(0, 8), 'nothing'],
      ['bots', 'key', 'equals', bot.key, 'nothing'],
      ['bots', 'secretVersion', 'greater_than', '0', '99'],
      ['courses', 'bot.sealedToken', 'like', bot.sealedToken?.slice(0, 8), 'nothing'],
      ['courses', 'creator.hash', 'exists', 'true', 'false'],
      ['courses', 'creator.resetPasswordToken', 'exists', 'true', 'false'],
      ['users', 'hash', 'exists', 'true', 'false'],
      ['users', 'salt', 'like', 'a', 'nothing'],
      ['enrollments', 'state.view', 'equals', 'step', 'nothing'],
      ['enrollments', 'user.telegramId', 'equals', '4003', '1'],
      ['enrollments', 'user.firstName', 'like', mark, 'nothing'],
      ['progress', 'user.telegramId', 'equals', '4003', '1'],
    ] as const
    for (const [slug, field, operator, hit, miss] of guesses) {
      const ask = (value: string | undefined) =>
        callWeb<{ totalDocs?: number }>(stack, 'GET', `/${slug}?where[${field}][${operator}]=${value}`, { token: author.token })
      const [right, wrong] = [await ask(hit), await ask(miss)]
      expect([slug, field, right.status < 500]).toEqual([slug, field, true])
      expect([slug, field, right.status, right.body.totalDocs]).toEqual([slug, field, wrong.status, wrong.body.totalDocs])
    }
    for (const path of [
      '/bots?sort=sealedToken',
      '/bots?select[sealedToken]=true&select[key]=true&showHiddenFields=true',
      '/courses?sort=bot.sealedToken',
      `/courses/${course.course.id}?depth=4&joins[bot][limit]=5&joins[bot][sort]=sealedToken`,
      `/courses/${course.course.id}?joins[bot][where][sealedToken][like]=v1`,
      '/users?select[hash]=true&select[salt]=true&showHiddenFields=true&sort=hash',
    ]) {
      const { status, body } = await callWeb(stack, 'GET', path, { token: author.token })
      const text = JSON.stringify(body)
      expect([path, status < 500]).toEqual([path, true])
      expect(text).not.toContain(bot.sealedToken)
      expect(text).not.toContain(bot.key)
      expect(text).not.toMatch(/"(hash|salt|sealedToken|resetPasswordToken)":/)
    }
    const { body } = await callWeb(stack, 'POST', '/graphql', { token: author.token, body: { query: '{ Bots { docs { id sealedToken key secretVersion applied } } }' } })
    expect(body.data).toEqual({ Bots: { docs: [{ id: bot.id, sealedToken: null, key: null, secretVersion: null, applied: null }] } })
  }) // prettier-ignore

  it('should populate nothing that the person may not read by itself', async () => {
    const { body } = await callWeb<{ docs: { user: unknown }[] }>(stack, 'GET', '/enrollments?depth=4', { token: author.token })
    expect(body.docs).toHaveLength(2)
    for (const { user } of body.docs) expect(user).toBeTypeOf('string')

    const media = targets.find(({ slug }) => slug === 'media')?.id
    const { token: own } = people.creator
    const made = await callWeb<{ doc: { id: string } }>(stack, 'POST', '/courses', {
      token: own,
      body: { title: 'With a stolen picture', thumbnail: media },
    })
    const seen = await callWeb(stack, 'GET', `/courses/${made.body.doc.id}?depth=4`, { token: own })
    expect(JSON.stringify(seen.body)).not.toContain(mark)
    expect((await callWeb(stack, 'DELETE', `/courses/${made.body.doc.id}`, { token: own })).status).toBe(200)
  }) // prettier-ignore

  it('should let nobody give themselves rights', async () => {
    const { user, token: own } = people.student
    const wished = { role: 'admin', isActive: false, telegramId: 99, subscriptionPlan: 'enterprise', email: 'eve@example.org', username: 'eve', subscriptionExpiresAt: far } as const
    await rest('student', 'PATCH', `/users/${user.id}`, wished)
    await rest('student', 'PATCH', `/users?where[id][equals]=${user.id}`, wished)
    await graphql('student', `mutation ($data: mutationUserUpdateInput!) { updateUser(id: "${user.id}", data: $data) { id } }`, { data: wished })
    await outcomeOf(payload.update({ collection: 'users', id: user.id, data: wished, overrideAccess: false, user }))
    expect(await payload.findByID({ collection: 'users', id: user.id })).toMatchObject({ role: 'student', isActive: true, telegramId: 4002, subscriptionPlan: 'free', email: user.email })
    expect((await callWeb(stack, 'PATCH', `/users/${user.id}`, { token: own, body: { firstName: 'Renamed' } })).status).toBe(200)
  }) // prettier-ignore

  it('should take from a creator only what a creator sets', async () => {
    const { user, token: own } = people.creator
    const wished = { title: 'My own', creator: author.user.id, isPublished: true, isArchived: true, currentRelease: targets.find(({ slug }) => slug === 'releases')?.id, studentsCount: 1000, rating: 5, botUsername: 'eve_bot' }
    const plain = { creator: user.id, isPublished: false, isArchived: false, studentsCount: 0 }
    const { body } = await callWeb<{ doc: { id: string } }>(stack, 'POST', '/courses', { token: own, body: wished })
    const { id } = body.doc
    const read = () => payload.findByID({ collection: 'courses', id, joins: false })
    const isPlain = async () => {
      const doc = await read()
      expect(doc).toMatchObject(plain)
      expect([doc.currentRelease ?? null, doc.rating ?? null, doc.botUsername ?? null]).toEqual([null, null, null])
    }
    await isPlain()
    await callWeb(stack, 'PATCH', `/courses/${id}`, { token: own, body: wished })
    await graphql('creator', `mutation ($data: mutationCourseUpdateInput!) { updateCourse(id: "${id}", data: $data) { id } }`, { data: wished })
    await outcomeOf(payload.update({ collection: 'courses', id, data: wished, overrideAccess: false, user }))
    await isPlain()
    const media = await callWeb<{ docs: unknown[] }>(stack, 'GET', '/media', { token: own })
    expect(media.body.docs).toEqual([])
  }) // prettier-ignore

  it('should make of a published course’s copy an unpublished one', async () => {
    const { body } = await callWeb<{ doc: { id: string } }>(stack, 'POST', `/courses/${course.course.id}/duplicate`, { token: author.token, body: {} })
    const copy = await payload.findByID({ collection: 'courses', id: body.doc.id })
    expect(copy).toMatchObject({ creator: author.user.id, isPublished: false, studentsCount: 0 })
    expect([copy.currentRelease ?? null, copy.botUsername ?? null]).toEqual([null, null])
    await payload.delete({ collection: 'courses', id: copy.id })
  }) // prettier-ignore

  it('should not let anybody take an installation over or find out who has an account', async () => {
    const post = (path: string, body: unknown) => callWeb(stack, 'POST', path, { body })
    const known = author.email
    const unknown = 'nobody@example.org'
    expect((await post('/users/first-register', { email: unknown, password: 'long enough', role: 'admin' })).status).toBe(404)
    const answers = async (path: string, bodyOf: (email: string) => object) =>
      Promise.all([known, unknown].map(async (email) => {
        const { status, body } = await post(path, bodyOf(email))
        return JSON.stringify([status, body]).replaceAll(/"requestId":"[^"]+"/g, '')
      }))
    for (const [path, bodyOf] of [
      ['/users/forgot-password', (email: string) => ({ email })],
      ['/users/login', (email: string) => ({ email, password: 'wrong' })],
      ['/users/unlock', (email: string) => ({ email })],
    ] as const) {
      const [forKnown, forUnknown] = await answers(path, bodyOf)
      expect(forKnown).toBe(forUnknown)
    }
    expect((await post('/users/reset-password', { token: '', password: 'long enough' })).status).toBeGreaterThanOrEqual(400)
    const { email, password } = people.deactivated
    const refused = await post('/users/login', { email, password })
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'accountInactive' } } })
  }) // prettier-ignore

  it('should count a deactivated account’s session as none', async () => {
    const own = { token: people.deactivated.token }
    expect((await callWeb(stack, 'GET', '/users/me', own)).body.user).toBeFalsy()
    expect((await callWeb(stack, 'POST', '/users/refresh-token', own)).status).toBe(403)
    expect(
      (await callWeb(stack, 'POST', '/courses', { ...own, body: { title: 'After the end' } })).status,
    ).toBe(403)
  })

  it.each(actors)('should give %s no file of another author', async (actor) => {
    const media = await payload.findByID({ collection: 'media', id: targets.find(({ slug }) => slug === 'media')?.id ?? '' })
    for (const name of [mediaName, media.sizes?.thumbnail?.filename ?? mediaName, `../${mediaName}`, '..%2f..%2fpackage.json']) {
      const response = await fetch(`${stack.webUrl}/api/media/file/${name}`, {
        headers: actor === 'nobody' ? {} : { authorization: `JWT ${tokenOf(actor)}` },
      })
      expect([name, response.ok]).toEqual([name, false])
      expect(response.status).toBeLessThan(500)
    }
    const own = await fetch(`${stack.webUrl}/api/media/file/${mediaName}`, { headers: { authorization: `JWT ${author.token}` } })
    expect(own.status).toBe(200)
    await own.arrayBuffer()
  }) // prettier-ignore

  it('should refuse the course’s endpoints to everybody else', async () => {
    const before = await snapshotTables(payload)
    const { id } = course.course
    for (const actor of actors) {
      for (const [method, path, body] of [
        ['GET', 'publishing'],
        ['POST', 'publish'],
        ['POST', 'unpublish'],
        ['POST', 'archive'],
        ['POST', 'restore'],
        ['GET', 'bot'],
        ['POST', 'bot', { token }],
        ['PATCH', 'bot', { isPaused: true }],
        ['DELETE', 'bot'],
        ['POST', 'bot/request'],
        ['DELETE', 'bot/request'],
        ['POST', 'bot/proof'],
        ['POST', 'bot/relink'],
        ['POST', 'bot/rotate'],
        ['POST', 'transfer', { email: people.creator.email }],
      ] as const) {
        const { status, text } = await rest(actor, method, `/courses/${id}/${path}`, body)
        expect([actor, path, [401, 404].includes(status)]).toEqual([actor, path, true])
        expect(text).not.toContain(mark)
      }
    }
    expect(await snapshotTables(payload)).toEqual(before)
  })

  it('should let nobody without an active account link one, and no stranger act for Telegram', async () => {
    const before = await snapshotTables(payload)
    for (const actor of ['nobody', 'deactivated'] as const) {
      for (const method of ['GET', 'POST', 'DELETE'])
        expect((await rest(actor, method, '/users/me/telegram-link')).status).toBe(401)
    }
    const { bot, course: taught } = course
    for (const actor of actors) {
      for (const [method, path] of [
        ['POST', 'platform'],
        ['POST', 'platform/link'],
        ['POST', 'platform/unlink'],
        ['POST', `bots/${bot.id}/farewells`],
        ['POST', 'platform/managed-bot'],
        ['POST', 'platform/choose'],
        ['GET', 'platform/courses?telegramUserId=4001'],
        ['POST', 'platform/courses'],
        ['GET', `platform/alerts/${bot.id}`],
        ['POST', `bots/${bot.id}/token`],
        ['POST', `bots/${bot.id}/ownership`],
        ['GET', `bots/${bot.id}/picture`],
      ] as const) {
        const { status, text } = await rest(
          actor,
          method,
          `/runner/${path}`,
          method === 'POST' ? {} : undefined,
        )
        expect([actor, path, status]).toEqual([actor, path, 401])
        expect(text).not.toContain(taught.id)
      }
      const { status } = await rest(actor, 'POST', '/globals/platform', { username: 'eve_bot' })
      expect([actor, status]).toEqual([actor, 403])
      const shown = await rest(actor, 'GET', '/globals/platform')
      expect([actor, shown.status]).toEqual([actor, actor === 'creator' ? 200 : 403])
    }
    expect(await snapshotTables(payload)).toEqual(before)
  })

  it('should put a bot’s token into no answer and no log line', async () => {
    const admin = await createUser(payload, { role: 'admin' })
    const secret = token.split(':')[1] ?? ''
    const { id } = course.course
    const answers: string[] = []
    const ask = async (method: string, path: string, options: Parameters<typeof callWeb>[3] = {}) => {
      const { body } = await callWeb(stack, method, path, options)
      answers.push(JSON.stringify(body))
      return body
    }
    // The bot comes to life, is refused, and its token is pasted again: each leaves traces.
    const stateOf = async () => (await ask('GET', `/courses/${id}/bot`, { token: author.token })).state
    await waitFor('the bot to be live', async () => (await stateOf()) === 'live')
    await stack.emulator.addFault({ bot: 'access_bot', method: 'getMe', error_code: 401, times: 1 })
    await ask('POST', `/courses/${id}/bot`, { token: author.token, body: { token } })
    await waitFor('the token to be refused', async () => (await stateOf()) === 'needsRelink')
    await ask('POST', `/courses/${id}/bot`, { token: author.token, body: { token } })
    await waitFor('the bot to be live again', async () => (await stateOf()) === 'live')
    await ask('POST', `/courses/${id}/bot`, { token: author.token, body: { token: `${token}x` } })
    await ask('POST', `/courses/${id}/bot`, { token: author.token, body: { token: { nested: token } } })
    // What is asked comes back to who asked; the log keeps it out.
    await callWeb(stack, 'GET', `/courses?where[${token}][equals]=1`, { token: author.token })
    const person = await stack.emulator.createPerson({ first_name: 'Ann' })
    await stack.emulator.send('access_bot', person.id, '/start')
    await stack.emulator.waitForMessage('access_bot', person.id, ({ from }) => from.is_bot)

    const sealed = (await payload.findByID({ collection: 'bots', id: course.bot.id, showHiddenFields: true })).sealedToken ?? ''
    const open = ['bots', 'courses', 'courses/versions', 'steps', 'releases', 'outbox', 'deadLetters', 'enrollments', 'progress', 'users', 'payload-preferences']
    for (const who of [author, admin]) {
      for (const path of [...open.map((name) => `/${name}?depth=4&limit=100&showHiddenFields=true`), `/courses/${id}/publishing`, '/access', `/bots/${course.bot.id}?depth=4`])
        await ask('GET', path, { token: who.token })
    }
    for (const text of answers) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(sealed)
    }
    const runner = await ask('GET', '/runner/bots', { headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` } })
    expect(JSON.stringify(runner)).toContain(sealed)
    expect(JSON.stringify(runner)).not.toContain(secret)

    const logs = stack.web.output() + stack.runner.output()
    expect(stack.web.output()).toContain('request completed')
    expect(stack.runner.output()).toContain('a bot was set up')
    for (const unsaid of [secret, sealed, process.env.RUNNER_SECRET ?? '', author.password, author.token]) expect(logs.includes(unsaid)).toBe(false)
  }) // prettier-ignore
})
