import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { RunnerAction } from '../../src/contracts/runnerActions.ts'
import { buildAction, tap } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { actionsScene, type Taught } from '../helpers/actionsScene.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

let lastLearner = 900_000
const newLearner = () => (lastLearner += 1)

describe('the actions endpoint', () => {
  let payload: Payload
  let taught: Taught
  beforeAll(async () => {
    payload = await getTestPayload()
    taught = await buildTaughtCourse(payload)
  })

  const { headers, send, act, by, versionOf, begin, query, enrollmentOf, factsOf, delivery, receipt } =
    actionsScene(() => ({ payload, taught }))

  it('should make a new learner once, however many first actions come at once', async () => {
    const learners = Array.from({ length: 10 }, newLearner)
    // Every batch has them in another order, as several runners would.
    const batches = Array.from({ length: 5 }, (_, batch) =>
      learners.map((_id, index) => by(learners[(index * 3 + batch) % 10] ?? 0)),
    )
    let waiting = batches
    const statuses: string[] = []
    while (waiting.length > 0) {
      const answers = await Promise.all(waiting.map((actions) => send(actions)))
      answers.flat().forEach(({ status }) => status !== 'busy' && statuses.push(status))
      waiting = answers
        .map((results, index) => (waiting[index] ?? []).filter((_action, at) => results[at]?.status === 'busy'))
        .filter((actions) => actions.length > 0)
    }
    expect(statuses).toEqual(Array.from({ length: 50 }, () => 'done'))
    const [count] = await query<{ users: number; enrollments: number }>(
      `SELECT (SELECT count(*)::int FROM users WHERE telegram_id = ANY($1::numeric[])) AS users,
              (SELECT count(*)::int FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = ANY($1::numeric[])) AS enrollments`,
      [learners],
    )
    expect(count).toEqual({ users: 10, enrollments: 10 })
    const facts = await Promise.all(learners.map(factsOf))
    // Each of the five /starts is a fact; the enrolment is one.
    for (const types of facts)
      expect(types.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'bot_started'), 'enrolled'])
  }) // prettier-ignore

  it('should answer busy while another transaction holds the learner, and keep nobody else waiting', async () => {
    const [held, free] = [newLearner(), newLearner()]
    await send([by(held), by(free)])
    const { id } = (await enrollmentOf(held)) ?? {}
    const other = await payload.db.pool.connect()
    try {
      await other.query('BEGIN')
      await other.query('SELECT 1 FROM enrollments WHERE id = $1 FOR UPDATE', [id])
      const actions = [by(held, tap('begin', 1)), by(free, tap('begin', 1))]
      expect((await send(actions)).map(({ status }) => status)).toEqual(['busy', 'done'])
      await other.query('ROLLBACK')
      expect((await send(actions)).map(({ status }) => status)).toEqual(['done', 'duplicate'])
    } finally {
      // Ends its transaction too, whatever has happened.
      other.release(true)
    }
  })

  it('should change nothing on a redelivery, and tell again only what is not known to be sent', async () => {
    const learner = newLearner()
    await begin(learner)
    const next = by(learner, tap('next', 2))
    const first = await act(next)
    const before = await enrollmentOf(learner)
    expect(await act(next)).toEqual({ ...first, status: 'duplicate' })
    const [again] = await send([next], [receipt(next)])
    expect(again).toMatchObject({ status: 'duplicate', effects: [] })
    expect((await enrollmentOf(learner))?.state).toEqual(before?.state)
    expect((await factsOf(learner)).filter((type) => type === 'step_completed')).toHaveLength(1)

    // Also when many come at once, in whatever runner.
    const last = by(learner, tap('next', versionOf(first)))
    const answers = await Promise.all(Array.from({ length: 6 }, () => act(last)))
    expect(answers.filter(({ status }) => status === 'done')).toHaveLength(1)
    expect((await factsOf(learner)).filter((type) => type === 'step_completed')).toHaveLength(2)
  })

  it('should take over a new name and language of a learner', async () => {
    const learner = newLearner()
    await begin(learner)
    const changed = { firstName: 'Neue', lastName: 'Name', username: 'neue_name', languageCode: 'ru' }
    const command = { type: 'command', command: 'help' } as const
    await act(
      buildAction({ botId: taught.bot.id, telegramUserId: learner, event: command, learner: changed }),
    )
    const [row] = await query(
      `SELECT u.first_name, u.last_name, u.username, u.language_code, e.learner_name
       FROM users u JOIN enrollments e ON e.user_id = u.id WHERE u.telegram_id = $1`,
      [learner],
    )
    expect(row).toEqual({
      first_name: 'Neue',
      last_name: 'Name',
      username: 'neue_name',
      language_code: 'ru',
      learner_name: 'Neue Name',
    })
  })

  it('should remember the last 64 updates of a learner', async () => {
    const learner = newLearner()
    const updates = Array.from({ length: 66 }, () => by(learner, { type: 'command', command: 'help' }))
    for (const update of updates) await act(update)
    expect((await enrollmentOf(learner))?.updates.map(({ id }) => id)).toEqual(updates.slice(2).map(({ updateId }) => updateId))
  }) // prettier-ignore

  it('should bring back later what Telegram put off, without views that have been replaced', async () => {
    const learner = newLearner()
    await begin(learner)
    const help = by(learner, { type: 'command', command: 'help' })
    const old = by(learner, tap('next', 2))
    await act(help)
    const { effects } = await act(old)
    const shown = by(learner, tap('back', versionOf({ status: 'done', locale: 'en', effects })))
    const { effects: newest } = await act(shown)
    await send([], [help, old].map((action) => receipt(action, { status: 'deferred', retryAfterMs: 60_000 })))

    const { id } = (await enrollmentOf(learner)) ?? {}
    const rows = await query<{ late: number }>(
      'SELECT round(extract(epoch FROM due_at - $2::timestamptz))::int AS late FROM outbox WHERE subject = $1 AND topic = \'delivery\'',
      [id, new Date()],
    )
    expect(rows).toHaveLength(2)
    for (const { late } of rows) {
      expect(late).toBeGreaterThan(30)
      expect(late).toBeLessThanOrEqual(60)
    }

    const unsent = (await delivery(learner)).body.unsent
    const updateIds = unsent.map(({ updateId }) => updateId)
    // The first views were never acknowledged either, but newer ones stand in their place.
    expect(updateIds).toEqual([help.updateId, shown.updateId])
    expect(unsent.at(-1)?.effects).toEqual(newest)
    await send([], [help, shown].map((action) => receipt(action)))
    expect((await delivery(learner)).body.unsent).toEqual([])
  }) // prettier-ignore

  it('should note that a learner has blocked the bot, send nothing then, and notice the return', async () => {
    const learner = newLearner()
    const start = by(learner)
    await act(start)
    await send([], [receipt(start, { status: 'blocked' })])
    expect((await enrollmentOf(learner))?.state.isBlocked).toBe(true)
    expect((await delivery(learner)).body.unsent).toEqual([])
    await act(by(learner))
    expect((await enrollmentOf(learner))?.state.isBlocked).toBe(false)
    const types = await factsOf(learner)
    expect([types.includes('bot_blocked'), types.includes('bot_unblocked')]).toEqual([true, true])
    const stranger = newLearner()
    expect(await act(by(stranger, { type: 'membership', isBlocked: true }))).toMatchObject({ status: 'done', effects: [] })
    expect(await enrollmentOf(stranger)).toBeUndefined()
  }) // prettier-ignore

  it('should let a poisoned action fail alone, and give it up after five tries', async () => {
    const [poisoned, ...neighbours] = Array.from({ length: 4 }, newLearner) as [number, ...number[]]
    await send([poisoned, ...neighbours].map((learner) => by(learner)))
    const { id = '' } = (await enrollmentOf(poisoned)) ?? {}
    await query(`UPDATE enrollments SET state = '"broken"' WHERE id = $1`, [id])
    const poison = by(poisoned, tap('begin', 1))
    for (const [round, status] of ['failed', 'failed', 'failed', 'failed', 'rejected'].entries()) {
      const version = round + 1
      const healthy = neighbours.map((learner) => by(learner, round === 0 ? tap('begin', version) : { type: 'command', command: 'help' }))
      const results = await send([healthy[0], poison, ...healthy.slice(1)] as RunnerAction[])
      expect(results.map((result) => result.status)).toEqual(['done', status, 'done', 'done'])
    }
    const { docs } = await payload.find({ collection: 'deadLetters', where: { updateId: { equals: poison.updateId } } })
    expect(docs).toMatchObject([{ tries: 5, isDead: true, botId: poison.botId, telegramUserId: poisoned }])
    // The learner's later updates have a life of their own once the row is mended.
    await query('UPDATE enrollments SET state = (SELECT state FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = $2 AND e.course_id = $3) WHERE id = $1', [id, neighbours[0], taught.course.id])
    expect((await act(by(poisoned, { type: 'command', command: 'help' }))).status).toBe('done')
  }) // prettier-ignore

  it('should commit neither half of an action whose writing fails', async () => {
    const [learner, neighbour] = [newLearner(), newLearner()]
    await send([by(learner), by(neighbour)])
    const before = await enrollmentOf(learner)
    // Facts of this learner cannot be written: the same statement has written the row.
    await query(`CREATE FUNCTION refuse_fact() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT telegram_id FROM users WHERE id = NEW.user_id) = ${learner} THEN RAISE EXCEPTION 'refused'; END IF; RETURN NEW; END $$`)
    await query('CREATE TRIGGER refuse_fact BEFORE INSERT ON facts FOR EACH ROW EXECUTE FUNCTION refuse_fact()')
    try {
      const begins = [by(learner, tap('begin', 1)), by(neighbour, tap('begin', 1))]
      expect((await send(begins)).map(({ status }) => status)).toEqual(['failed', 'done'])
      expect(await enrollmentOf(learner)).toEqual(before)
      expect((await factsOf(neighbour)).filter((type) => type === 'step_opened')).toHaveLength(1)
    } finally {
      await query('DROP FUNCTION refuse_fact CASCADE')
    }
  }) // prettier-ignore

  it('should count no try while PostgreSQL itself is the trouble', async () => {
    const learner = newLearner()
    await act(by(learner))
    const action = by(learner, tap('begin', 1))
    await query(`CREATE FUNCTION fall_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$`)
    await query('CREATE TRIGGER fall_over BEFORE INSERT ON facts FOR EACH ROW EXECUTE FUNCTION fall_over()')
    try {
    for (let round = 0; round < 6; round += 1) expect((await act(action)).status).toBe('failed')
    } finally {
      await query('DROP FUNCTION fall_over CASCADE')
    }
    expect((await act(action)).status).toBe('done')
    expect((await payload.count({ collection: 'deadLetters', where: { updateId: { equals: action.updateId } } })).totalDocs).toBe(0)
  }) // prettier-ignore

  it('should refuse people who are deactivated, and bots and courses that do not teach', async () => {
    const course = await buildTaughtCourse(payload, { author: taught.author })
    const [known, stranger] = [newLearner(), newLearner()]
    await begin(known, course)
    const { token } = course.author
    const from = (learner: number) => act(by(learner, undefined, course))
    const isClosed = async () => {
      for (const learner of [known, stranger])
        expect(await from(learner)).toMatchObject({ status: 'rejected', effects: [{ type: 'notice', key: 'notAvailable' }] })
      expect(await act(by(known, tap('next', 2), course))).toMatchObject({ status: 'rejected', effects: [{ type: 'toast' }] })
      expect(await enrollmentOf(stranger, course)).toBeUndefined()
      expect((await enrollmentOf(known, course))?.state.status).toBe('active')
    }
    await callApi('POST', `/courses/${course.course.id}/unpublish`, { token })
    await isClosed()
    await callApi('POST', `/courses/${course.course.id}/publish`, { token })
    await callApi('PATCH', `/courses/${course.course.id}/bot`, { token, body: { isPaused: true } })
    await isClosed()
    await callApi('PATCH', `/courses/${course.course.id}/bot`, { token, body: { isPaused: false } })
    await callApi('POST', `/courses/${course.course.id}/archive`, { token })
    await isClosed()
    await callApi('POST', `/courses/${course.course.id}/restore`, { token })
    await callApi('POST', `/courses/${course.course.id}/publish`, { token })
    expect((await from(known)).status).toBe('done')

    await query('UPDATE users SET is_active = false WHERE telegram_id = $1', [known])
    const before = await enrollmentOf(known, course)
    expect(await from(known)).toMatchObject({ status: 'rejected', effects: [{ key: 'accountInactive' }] })
    expect(await enrollmentOf(known, course)).toEqual(before)
    expect(await act(buildAction({ botId: randomUUID(), telegramUserId: known }))).toMatchObject({ status: 'rejected', effects: [{ key: 'notAvailable' }] })
  }) // prettier-ignore

  it('should judge a tap by the release it was made from, and go on in the newest', async () => {
    const course = await buildTaughtCourse(payload, { author: taught.author })
    const { token } = course.author
    const learner = newLearner()
    const onFirst = await begin(learner, course)
    const [, second] = course.steps
    await callApi('PATCH', `/steps/${second?.id}`, { token, body: { deletedAt: new Date().toISOString() } })
    await callApi('POST', `/courses/${course.course.id}/publish`, { token })
    const [one, two] = (await payload.find({ collection: 'releases', where: { course: { equals: course.course.id } }, sort: 'number' })).docs
    expect(onFirst.effects).toMatchObject([{ type: 'step', releaseId: one?.id }])
    const next = await act(by(learner, tap('next', versionOf(onFirst)), course))
    expect(next).toMatchObject({ status: 'done', effects: [{ type: 'step', releaseId: two?.id, stepId: course.steps[2]?.id }] })
    const facts = await query<{ type: string; release: string }>(
      'SELECT type, release_id AS release FROM facts WHERE course_id = $1 AND step_id IS NOT NULL ORDER BY at, type', [course.course.id],
    )
    expect(facts).toContainEqual({ type: 'step_completed', release: one?.id })
    const done = await act(by(learner, tap('next', versionOf(next)), course))
    expect(done.effects).toMatchObject([{ type: 'completion' }])
    expect(await enrollmentOf(learner, course)).toMatchObject({ status: 'completed', percent: 100 })
  }) // prettier-ignore

  it('should refuse a request that is not of the contract’s form, whole', async () => {
    const learner = newLearner()
    const good = by(learner)
    const bad: [string, unknown][] = [
      ['65 actions', { actions: Array.from({ length: 65 }, () => by(learner)), receipts: [] }],
      ['257 receipts', { actions: [], receipts: Array.from({ length: 257 }, () => receipt(good)) }],
      ['a long name', { actions: [good, { ...good, learner: { ...good.learner, firstName: 'x'.repeat(257) } }], receipts: [] }],
      ['a long payload', { actions: [{ ...good, event: { type: 'start', payload: 'x'.repeat(65) } }], receipts: [] }],
      ['an unknown event', { actions: [{ ...good, event: { type: 'pay' } }], receipts: [] }],
      ['no uuid', { actions: [{ ...good, botId: 'bot' }], receipts: [] }],
      ['a learner beyond Telegram', { actions: [{ ...good, learner: { ...good.learner, telegramUserId: 2 ** 53 } }], receipts: [] }],
      ['a negative update', { actions: [{ ...good, updateId: -1 }], receipts: [] }],
      ['no receipts', { actions: [good] }],
      ['nothing', undefined],
      ['a list', []],
    ]
    for (const [what, body] of bad) {
      const answer = await callApi<{ error: { code: string } }>('POST', '/runner/actions', { headers: headers(), body })
      expect([what, answer.status, answer.body.error.code]).toEqual([what, 422, 'inputInvalid'])
    }
    expect(await enrollmentOf(learner)).toBeUndefined()
    expect(await send([])).toEqual([])
  }) // prettier-ignore
})
