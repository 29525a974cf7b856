import { randomInt } from 'node:crypto'

import { createLocalReq, type Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { TelegramPerson } from '../../src/contracts/platform.ts'
import { askForTelegramLink } from '../../src/operations/accounts/askForTelegramLink.ts'
import { confirmTelegramLink } from '../../src/operations/accounts/confirmTelegramLink.system.ts'
import { applyActions } from '../../src/operations/applyActions/applyActions.system.ts'
import { processState } from '../../src/processState.ts'
import { buildAction, tap } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'
import { startPayload } from '../helpers/proveOwnership.ts'
import { waitFor } from '../helpers/waitFor.ts'

const minute = 60_000

const newPerson = (): TelegramPerson => ({
  id: randomInt(1_000_000, 2 ** 40),
  firstName: 'Tess',
  lastName: null,
  username: 'tess',
  languageCode: 'en',
})

describe('Telegram accounts', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
    const data = { username: 'platform_bot', telegramBotId: 5, canManageBots: true, problem: null }
    await payload.updateGlobal({ slug: 'platform', data })
  })
  afterEach(() => {
    processState().clockOffsetMs = 0
  })
  afterAll(() => payload.destroy())

  const request = async (account?: SignedIn) => createLocalReq({ user: account?.user }, payload)
  const issue = async (account: SignedIn) => {
    const { link } = await askForTelegramLink(await request(account))
    return startPayload(link).replace('link_', '')
  }
  const confirm = async (code: string, person: TelegramPerson) =>
    (await confirmTelegramLink(await request(), { code, person })).status
  const linked = async (account: SignedIn, person: TelegramPerson) => confirm(await issue(account), person)
  const telegramIdOf = async ({ user }: SignedIn) =>
    (await payload.findByID({ collection: 'users', id: user.id })).telegramId ?? null
  const holdersOf = async (person: TelegramPerson) =>
    (await payload.find({ collection: 'users', where: { telegramId: { equals: person.id } } })).docs
  /** Starts a course and completes its first step. */
  const learn = async (bot: { id: string }, person: TelegramPerson) => {
    for (const event of [undefined, tap('begin', 1), tap('next', 2)])
      await applyActions({
        payload,
        request: {
          actions: [buildAction({ botId: bot.id, telegramUserId: person.id, event })],
          receipts: [],
        },
      })
  }
  const learnedBy = async (userId: string) => {
    const where = { user: { equals: userId } }
    const { docs: enrollments } = await payload.find({ collection: 'enrollments', where })
    const { docs: progress } = await payload.find({ collection: 'progress', where, sort: 'step' })
    const { rows } = await payload.db.pool.query(
      'SELECT count(*)::int AS facts FROM facts WHERE user_id = $1',
      [userId],
    )
    return { enrollments, progress, facts: (rows[0] as { facts: number }).facts }
  }

  it('should link an account once by a code, and know the same person when it comes again', async () => {
    const account = await createUser(payload)
    const person = newPerson()
    const code = await issue(account)
    expect(await confirm(code, person)).toBe('linked')
    expect(await telegramIdOf(account)).toBe(person.id)
    // The update was brought twice.
    expect(await confirm(code, person)).toBe('linked')
    expect(await confirm(code, newPerson())).toBe('used')
    expect(await telegramIdOf(account)).toBe(person.id)
    const { rows } = await payload.db.pool.query('SELECT * FROM link_codes')
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  it('should let one of two people who use a code at once have the account', async () => {
    const account = await createUser(payload)
    const [one, two] = [newPerson(), newPerson()]
    const code = await issue(account)
    const outcomes = await Promise.all([confirm(code, one), confirm(code, two)])
    expect(outcomes.toSorted()).toEqual(['linked', 'used'])
    expect(await telegramIdOf(account)).toBe(outcomes[0] === 'linked' ? one.id : two.id)
  })

  it('should link by no code that is too old or made up', async () => {
    const account = await createUser(payload)
    const code = await issue(account)
    processState().clockOffsetMs = 10 * minute + 1000
    expect(await confirm(code, newPerson())).toBe('expired')
    expect(await confirm('made-up', newPerson())).toBe('unknown')
    expect(await telegramIdOf(account)).toBeNull()
  })

  it('should not take a Telegram account from another account with an address', async () => {
    const [owner, other] = [await createUser(payload), await createUser(payload)]
    const person = newPerson()
    expect(await linked(owner, person)).toBe('linked')
    const code = await issue(other)
    expect(await confirm(code, person)).toBe('taken')
    expect(await telegramIdOf(owner)).toBe(person.id)
    // The code was of no use and is still good for the right person.
    expect(await confirm(code, newPerson())).toBe('linked')
  })

  it('should not bring a barred learner back through an account', async () => {
    const { bot } = await buildTaughtCourse(payload)
    const person = newPerson()
    await learn(bot, person)
    const [learner] = await holdersOf(person)
    await payload.update({ collection: 'users', id: learner?.id ?? '', data: { isActive: false } })
    expect(await linked(await createUser(payload), person)).toBe('taken')
  })

  it('should move all that was learned into the account, where the learner goes on', async () => {
    const { bot } = await buildTaughtCourse(payload)
    const person = newPerson()
    await learn(bot, person)
    const [learner] = await holdersOf(person)
    const before = await learnedBy(learner?.id ?? '')
    expect(before.progress.length).toBeGreaterThan(0)

    const account = await createUser(payload)
    expect(await linked(account, person)).toBe('linked')
    const after = await learnedBy(account.user.id)
    expect(after.facts).toBe(before.facts)
    expect(after.progress.map(({ step }) => step)).toEqual(before.progress.map(({ step }) => step))
    expect(after.enrollments).toMatchObject([{ id: before.enrollments[0]?.id, status: 'active' }])
    expect((await holdersOf(person)).map(({ id }) => id)).toEqual([account.user.id])
    const { totalDocs } = await payload.count({ collection: 'users', where: { id: { equals: learner?.id } } })
    expect(totalDocs).toBe(0)

    const { results } = await applyActions({
      payload,
      request: {
        actions: [buildAction({ botId: bot.id, telegramUserId: person.id, event: tap('next', 3) })],
        receipts: [],
      },
    })
    expect(results[0]).toMatchObject({ status: 'done' })
    expect((await learnedBy(account.user.id)).enrollments).toHaveLength(1)
  })

  it('should leave no course behind that is begun while the account is being linked', async () => {
    const [begun, beside] = [await buildTaughtCourse(payload), await buildTaughtCourse(payload)]
    const person = newPerson()
    await learn(begun.bot, person)
    const [learner] = await holdersOf(person)
    const account = await createUser(payload)
    const code = await issue(account)
    // As a batch of actions does that has not committed yet.
    const batch = await payload.db.pool.connect()
    await batch.query('BEGIN')
    await batch.query(
      `INSERT INTO enrollments (course_id, user_id, learner_name, status, progress_percent, is_blocked, enrolled_at, state, updates)
       SELECT $1, user_id, learner_name, status, 0, false, enrolled_at, state, '[]' FROM enrollments WHERE user_id = $2`,
      [beside.course.id, learner?.id],
    )
    const linking = confirm(code, person)
    await waitFor('the linking to wait for it', async () => {
      const { rowCount } = await payload.db.pool.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return rowCount
    })
    await batch.query('COMMIT')
    batch.release()
    expect(await linking).toBe('linked')
    const { enrollments } = await learnedBy(account.user.id)
    expect(
      enrollments.map(({ course }) => (typeof course === 'string' ? course : course?.id)).toSorted(),
    ).toEqual([begun.course.id, beside.course.id].toSorted())
  })

  it('should make one way of two through the same course', async () => {
    const { bot } = await buildTaughtCourse(payload)
    const account = await createUser(payload)
    const [first, second] = [newPerson(), newPerson()]
    await learn(bot, first)
    await learn(bot, second)
    expect(await linked(account, first)).toBe('linked')
    // The account learned with the first; now the second, who learned too, is linked in its place.
    await payload.db.pool.query('UPDATE users SET telegram_id = NULL WHERE id = $1', [account.user.id])
    expect(await linked(account, second)).toBe('linked')
    const { enrollments, progress, facts } = await learnedBy(account.user.id)
    expect(enrollments).toHaveLength(1)
    expect(new Set(progress.map(({ step }) => step)).size).toBe(progress.length)
    const { rows } = await payload.db.pool.query(
      'SELECT count(*)::int AS all, count(DISTINCT enrollment_id)::int AS rows FROM facts WHERE user_id = $1',
      [account.user.id],
    )
    expect(rows).toEqual([{ all: facts, rows: 1 }])
  })

  it('should take along what was handed in and how courses were rated, also where both did', async () => {
    const { bot, course } = await buildTaughtCourse(payload)
    const account = await createUser(payload)
    const [first, second] = [newPerson(), newPerson()]
    for (const person of [first, second]) {
      await learn(bot, person)
      const [learner] = await holdersOf(person)
      await payload.db.pool.query(
        `WITH e AS (SELECT id, course_id, user_id FROM enrollments WHERE user_id = $1),
         a AS (INSERT INTO assignments (learner_name, step_title, course_id, step, release, enrollment_id, user_id, attempt, items, submitted_at)
               SELECT 'Tess', 'Step', course_id, 'step', 'release', id, user_id, 1, '[]', now() FROM e)
         INSERT INTO ratings (course_id, user_id, learner_name, stars, changed_at)
         SELECT course_id, user_id, 'Tess', $2, now() FROM e`,
        [learner?.id, person === first ? 2 : 5],
      )
    }
    expect(await linked(account, first)).toBe('linked')
    await payload.db.pool.query('UPDATE users SET telegram_id = NULL WHERE id = $1', [account.user.id])
    expect(await linked(account, second)).toBe('linked')
    const { rows: handedIn } = await payload.db.pool.query(
      `SELECT a.attempt::int FROM assignments a JOIN enrollments e ON e.id = a.enrollment_id
       WHERE a.user_id = $1 AND e.user_id = $1 ORDER BY 1`,
      [account.user.id],
    )
    expect(handedIn).toEqual([{ attempt: 1 }, { attempt: 2 }])
    const { rows: ratings } = await payload.db.pool.query(
      'SELECT stars::int, user_id AS user FROM ratings WHERE course_id = $1',
      [course.id],
    )
    expect(ratings).toEqual([{ stars: 5, user: account.user.id }])
  })

  it('should leave what was learned with the Telegram account that is unlinked', async () => {
    const { bot } = await buildTaughtCourse(payload)
    const account = await createUser(payload)
    const person = newPerson()
    await linked(account, person)
    await learn(bot, person)
    expect((await callApi('DELETE', '/users/me/telegram-link', { token: account.token })).status).toBe(204)
    const [learner] = await holdersOf(person)
    expect(learner).toMatchObject({ role: 'student' })
    expect(learner?.email ?? null).toBeNull()
    expect((await learnedBy(learner?.id ?? '')).enrollments).toHaveLength(1)
    expect((await learnedBy(account.user.id)).enrollments).toHaveLength(0)
    const again = await callApi('DELETE', '/users/me/telegram-link', { token: account.token })
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'telegramNotLinked' } } })
  })

  it('should forget no table that hangs on a learner', async () => {
    const { rows } = await payload.db.pool.query<{ table: string }>(
      `SELECT DISTINCT conrelid::regclass::text AS table FROM pg_constraint
       WHERE contype = 'f' AND confrelid = 'users'::regclass ORDER BY 1`,
    )
    // What learners have moves with them (moveLearning), and so does what they review (moveReviewing); the rest hangs on
    // people who make courses, or on sessions.
    expect(rows.map(({ table }) => table)).toEqual([
      '_courses_v',
      '_courses_v_rels',
      'assignments',
      'bot_requests',
      'courses',
      'courses_rels',
      'email_claims',
      'enrollments',
      'link_codes',
      'media',
      'payload_preferences_rels',
      'plan_customers',
      'progress',
      'ratings',
      'releases',
      'review_cards',
      'review_prompts',
      'sessions',
      'submission_files',
      'team_invites',
      'users_sessions',
    ])
  })
})
