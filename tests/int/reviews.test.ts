import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { claimMs } from '../../src/operations/assignments/claimSubmission.system.ts'
import type { BulkRow } from '../../src/operations/assignments/decideMany.ts'
import type { ReviewState } from '../../src/operations/assignments/describeSubmission.ts'
import type { Queue } from '../../src/operations/assignments/listQueue.ts'
import { processState } from '../../src/processState.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createReviewers, type Reviewer } from '../factories/createReviewers.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { handInWork } from '../factories/handInWork.ts'
import { auditedActs } from '../helpers/auditedActs.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

type Who = Pick<SignedIn, 'token'> | null
type Refusal = { error: { code: string; message: string; details?: { by?: string } } }

describe('reviewing', () => {
  let payload: Payload
  let taught: Awaited<ReturnType<typeof buildTaughtCourse>>
  let graded: Awaited<ReturnType<typeof buildTaughtCourse>>
  let mentors: Reviewer[]
  let lastPerson = 81_000

  const call = <Body = Refusal>(who: Who, method: string, path: string, body?: unknown) =>
    callApi<Body>(method, `/assignments${path}`, { token: who?.token, body })
  const decide = (who: Who, id: string, body: object) => call(who, 'POST', `/${id}/decide`, body)
  const handIn = (text = 'My letter', name?: string) =>
    handInWork(payload, { botId: taught.bot.id, telegramUserId: (lastPerson += 1), text, name })
  const read = async (id: string) =>
    payload.findByID({ collection: 'assignments', id, showHiddenFields: true })
  const mentor = () => mentors[0]!
  const other = () => mentors[1]!

  beforeAll(async () => {
    payload = await getTestPayload()
    taught = await buildTaughtCourse(payload, {
      course: { title: 'Letters' },
      steps: [
        assignmentStep('Write a letter', {
          rubric: 'Mind the greeting.',
          requirements: 'A greeting\nA name',
        }),
      ],
    })
    graded = await buildTaughtCourse(payload, {
      course: { title: 'Graded letters' },
      steps: [assignmentStep('Write for points', { grading: 'points', maxPoints: 10, passPoints: 6 })],
    })
    mentors = await createReviewers(payload, { courseId: taught.course.id, count: 2 })
  })
  afterEach(() => {
    processState().clockOffsetMs = 0
  })
  afterAll(() => payload.destroy())

  it('should show a mentor the queue, the work and what it is judged by', async () => {
    const id = await handIn('Dear Anna', 'Boris')
    const { body: queue } = await call<Queue>(mentor(), 'GET', '/queue?status=pending&learner=bori')
    expect(queue.rows).toMatchObject([
      {
        id,
        learnerName: 'Boris',
        courseTitle: 'Letters',
        excerpt: 'Dear Anna',
        kinds: ['text'],
        claim: null,
      },
    ])
    expect(queue.courses).toMatchObject([{ title: 'Letters', steps: [{ title: 'Write a letter' }] }])
    const { body: review } = await call<ReviewState>(mentor(), 'GET', `/${id}/review`)
    expect(review).toMatchObject({
      rubric: 'Mind the greeting.',
      requirements: ['A greeting', 'A name'],
      items: [{ kind: 'text', text: 'Dear Anna' }],
      others: [],
    })
    for (const [query, total] of [
      [`course=${graded.course.id}`, 0],
      [`course=${taught.course.id}&claimed=free&isLate=false`, 1],
      ['claimed=mine', 0],
      ['isLate=true', 0],
      ['status=approved', 0],
    ] as const)
      expect((await call<Queue>(mentor(), 'GET', `/queue?learner=boris&${query}`)).body.total, query).toBe(
        total,
      )
    expect((await call(mentor(), 'GET', '/queue?status=anything')).status).toBe(422)
    expect((await call<{ waiting: number }>(mentor(), 'GET', '/waiting')).body.waiting).toBeGreaterThan(0)
  })

  it('should tell nobody else that there is such a work', async () => {
    const id = await handIn()
    const [stranger, student] = [await createUser(payload), await createUser(payload, { role: 'student' })]
    const [foreign] = await createReviewers(payload, { courseId: graded.course.id, count: 1 })
    const gone = await createUser(payload)
    await payload.update({ collection: 'users', id: gone.user.id, data: { isActive: false } })
    const actors: [string, Who, number[]][] = [
      ['nobody', null, [401, 403]],
      ['another creator', stranger, [404]],
      ['a student', student, [404]],
      ['a mentor of another course', foreign ?? null, [404]],
      ['somebody deactivated', gone, [401, 403]],
    ]
    for (const [name, who, statuses] of actors) {
      const asks: [string, string, unknown?][] = [
        ['GET', `/${id}/review`],
        ['POST', `/${id}/claim`],
        ['POST', `/${id}/decide`, { verdict: 'approved' }],
      ]
      for (const [method, path, body] of asks)
        expect(statuses, `${name}: ${path}`).toContain((await call(who, method, path, body)).status)
      expect([403, 404], name).toContain((await call(who, 'GET', `/${id}`)).status)
      const queue = await call<Queue>(who, 'GET', '/queue')
      expect(queue.status === 401 || queue.body.total === 0, name).toBe(true)
      const bulk = await call<{ rows: BulkRow[] }>(who, 'POST', '/bulk', { ids: [id], verdict: 'approved' })
      expect(bulk.status === 401 || bulk.body.rows[0], name).toSatisfy(
        (row: true | BulkRow) => row === true || (row.status === 'refused' && row.code === 'notFound'),
      )
    }
    expect(await read(id)).toMatchObject({ status: 'pending', claimedBy: null, history: [] })
    // Nobody writes a work past the operations, not even its reviewer.
    expect((await call(mentor(), 'PATCH', `/${id}`, { status: 'approved' })).status).toBe(403)
    expect((await call(mentor(), 'DELETE', `/${id}`)).status).toBe(403)
  })

  it('should let mentors not review themselves, and authors try their course out', async () => {
    const id = await handIn()
    const { user } = await read(id)
    await payload.update({ collection: 'courses', id: taught.course.id, data: { mentors: [...mentors.map((one) => one.id), String(user)] } }) // prettier-ignore
    const learner = await payload.findByID({ collection: 'users', id: String(user) })
    expect((await payload.db.pool.query(`UPDATE assignments SET user_id = $2 WHERE id = $1`, [id, mentor().id])).rowCount).toBe(1) // prettier-ignore
    expect((await decide(mentor(), id, { verdict: 'approved' })).status).toBe(404)
    await payload.db.pool.query(`UPDATE assignments SET user_id = $2 WHERE id = $1`, [
      id,
      taught.author.user.id,
    ])
    expect((await decide(taught.author, id, { verdict: 'approved' })).status).toBe(200)
    await payload.db.pool.query(`UPDATE assignments SET user_id = $2 WHERE id = $1`, [id, learner.id])
  })

  it('should be held by one for ten minutes, and decided by nobody else meanwhile', async () => {
    const id = await handIn()
    expect((await call(mentor(), 'POST', `/${id}/claim`)).status).toBe(200)
    for (const path of ['claim', 'decide']) {
      const { status, body } = await call(other(), 'POST', `/${id}/${path}`, { verdict: 'approved' })
      expect([status, body.error.code, body.error.details?.by]).toEqual([
        409,
        'submissionClaimed',
        mentor().name,
      ])
    }
    const { body: seen } = await call<ReviewState>(other(), 'GET', `/${id}/review`)
    expect(seen.claim).toMatchObject({ name: mentor().name, isMine: false })
    // Giving back what one does not hold changes nothing.
    await call(other(), 'POST', `/${id}/release`)
    expect((await call(other(), 'POST', `/${id}/claim`)).status).toBe(409)
    await call(mentor(), 'POST', `/${id}/release`)
    expect((await call(other(), 'POST', `/${id}/claim`)).status).toBe(200)

    processState().clockOffsetMs = claimMs + 1000
    expect((await call(mentor(), 'POST', `/${id}/claim`)).status).toBe(200)
    expect((await decide(mentor(), id, { verdict: 'approved', comment: ' Well done ' })).status).toBe(200)
    expect(await read(id)).toMatchObject({
      status: 'approved',
      teacherComment: 'Well done',
      reviewedBy: mentor().id,
      claimedBy: null,
    })
  })

  it('should be decided once: whoever comes second learns who was first', async () => {
    const id = await handIn()
    const answers = await Promise.all([
      decide(mentor(), id, { verdict: 'approved' }),
      decide(other(), id, { verdict: 'rejected', comment: 'Greet first.' }),
      decide(mentor(), id, { verdict: 'approved' }),
      decide(other(), id, { verdict: 'rejected', comment: 'Greet first.' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
    const winner = String((await read(id)).reviewedBy)
    const { name } = mentors.find((one) => one.id === winner)!
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body.error).toMatchObject({ code: 'submissionDecided', details: { by: name } })
    const { rows } = await payload.db.pool.query(
      `SELECT 1 FROM facts WHERE type = 'assignment_reviewed' AND enrollment_id = (SELECT enrollment_id FROM assignments WHERE id = $1)`,
      [id],
    )
    expect(rows).toHaveLength(1)
  })

  it('should need a word to reject, and let the learner try again beside what was said', async () => {
    const person = (lastPerson += 1)
    const first = await handInWork(payload, { botId: taught.bot.id, telegramUserId: person, text: 'One' })
    for (const comment of [undefined, null, '   '])
      expect(await decide(mentor(), first, { verdict: 'rejected', comment })).toMatchObject({
        status: 422,
        body: { error: { code: 'commentNeeded' } },
      })
    expect((await decide(mentor(), first, { verdict: 'rejected', comment: 'x'.repeat(3001) })).status).toBe(
      422,
    )
    expect((await decide(mentor(), first, { verdict: 'rejected', comment: 'Longer, please.' })).status).toBe(
      200,
    )
    const second = await handInWork(payload, { botId: taught.bot.id, telegramUserId: person, text: 'One and two', isAgain: true }) // prettier-ignore
    const { body } = await call<ReviewState>(mentor(), 'GET', `/${second}/review`)
    expect(body).toMatchObject({
      attempt: 2,
      others: [{ id: first, attempt: 1, status: 'rejected', comment: 'Longer, please.' }],
    })
    expect(body.others[0]?.history).toMatchObject([{ action: 'rejected', name: mentor().name }])
  })

  it('should take points within what the step gives, and enough of them to pass', async () => {
    const work = () => handInWork(payload, { botId: graded.bot.id, telegramUserId: (lastPerson += 1), text: 'For points' }) // prettier-ignore
    const id = await work()
    const codes = []
    for (const score of [undefined, null, 11, 5])
      codes.push((await decide(graded.author, id, { verdict: 'approved', score })).body.error.code)
    expect(codes).toEqual(['scoreNeeded', 'scoreNeeded', 'scoreOutOfRange', 'scoreBelowPass'])
    expect((await decide(graded.author, id, { verdict: 'approved', score: 7.5 })).status).toBe(200)
    expect(await read(id)).toMatchObject({ status: 'approved', score: 7.5, maxScore: 10 })
    const failed = await work()
    expect(
      (await decide(graded.author, failed, { verdict: 'rejected', score: 3, comment: 'More.' })).status,
    ).toBe(200)
    const { docs } = await payload.find({
      collection: 'progress',
      where: { step: { equals: graded.steps[0]?.id } },
    })
    expect(docs.map(({ score, isCompleted }) => [score, isCompleted]).toSorted()).toEqual([
      [30, false],
      [75, true],
    ])
  })

  it('should decide many at once, each by itself, and say what became of each', async () => {
    const works = await Promise.all([handIn(), handIn(), handIn()])
    const points = await handInWork(payload, { botId: graded.bot.id, telegramUserId: (lastPerson += 1), text: 'Points' }) // prettier-ignore
    await decide(mentor(), works[0]!, { verdict: 'approved' })
    await call(other(), 'POST', `/${works[1]}/claim`)
    const ids = [...works, points, works[2]!]
    const { body } = await call<{ rows: BulkRow[] }>(mentor(), 'POST', '/bulk', { ids, verdict: 'approved' })
    expect(body.rows).toMatchObject([
      { id: works[0], status: 'refused', code: 'submissionDecided' },
      { id: works[1], status: 'refused', code: 'submissionClaimed' },
      { id: works[2], status: 'done' },
      // Of a course that is not theirs.
      { id: points, status: 'refused', code: 'notFound' },
    ])
    const byAuthor = (more: object) =>
      call<{ rows: BulkRow[] }>(graded.author, 'POST', '/bulk', {
        ids: [points],
        verdict: 'approved',
        ...more,
      })
    expect((await byAuthor({})).body.rows).toMatchObject([{ status: 'refused', code: 'scoreNeeded' }])
    expect((await byAuthor({ isFullScore: true })).body.rows).toEqual([{ id: points, status: 'done' }])
    expect(await read(points)).toMatchObject({ score: 10 })
    for (const id of [works[2]!, points])
      expect(await auditedActs(payload, 'reviewedInBulk', id)).toMatchObject([
        { actorId: expect.any(String), details: { verdict: 'approved' } },
      ])
    expect(await auditedActs(payload, 'reviewedInBulk', works[0]!)).toEqual([]) // prettier-ignore
    expect((await call(mentor(), 'POST', '/bulk', { ids: [], verdict: 'approved' })).status).toBe(422)
    const many = Array.from({ length: 201 }, () => works[0])
    expect((await call(mentor(), 'POST', '/bulk', { ids: many, verdict: 'approved' })).status).toBe(422)
  })

  it('should say in the person’s language what stands in the way', async () => {
    const id = await handIn()
    await decide(mentor(), id, { verdict: 'approved' })
    const { body } = await callApi<Refusal>('POST', `/assignments/${id}/decide`, {
      token: other().token,
      body: { verdict: 'approved' },
      headers: { 'accept-language': 'ru' },
    })
    expect(body.error.message).toBe(`Работу уже приняли: ${mentor().name}.`)
  })
})
