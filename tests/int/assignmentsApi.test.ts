import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type {
  AssignmentQueue,
  AssignmentReview,
  OwnAssignments,
} from '../../src/contracts/api/assignments.ts'
import { png } from '../../src/operations/media/testing/sampleFiles.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createReviewers, type Reviewer } from '../factories/createReviewers.ts'
import { createUser } from '../factories/createUser.ts'
import { handInWork } from '../factories/handInWork.ts'
import { openApiSession, type ApiRefusal, type ApiSession } from '../factories/openApiSession.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

type Decided = { assignments: { id: string; status: string; code?: string; message?: string }[] }

let lastPerson = 4_520_000

describe('submissions by the platform API', () => {
  let web: Web
  let payload: Payload
  let taught: Awaited<ReturnType<typeof buildTaughtCourse>>
  let graded: typeof taught
  let mentors: Reviewer[]
  let mentor: ApiSession
  let other: ApiSession
  let author: ApiSession

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb()
    const details = { rubric: 'Mind the greeting.', requirements: 'A greeting\nA name' }
    taught = await buildTaughtCourse(payload, {
      course: { title: 'Letters' },
      steps: [assignmentStep('Write a letter', details)],
    })
    graded = await buildTaughtCourse(payload, {
      ...{ author: taught.author, course: { title: 'Graded letters' } },
      steps: [assignmentStep('For points', { grading: 'points', maxPoints: 10, passPoints: 6 })],
    })
    mentors = await createReviewers(payload, { courseId: taught.course.id, count: 2 })
    mentor = await sessionOf(mentors[0]!.id)
    other = await sessionOf(mentors[1]!.id)
    author = await sessionOf(taught.author.user.id)
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  const sessionOf = (userId: string, courseId?: string) => openApiSession(payload, web, { userId, courseId })
  const handIn = async (options: Partial<Parameters<typeof handInWork>[1]> = {}) => {
    const telegramUserId = (lastPerson += 1)
    const id = await handInWork(payload, {
      botId: taught.bot.id,
      telegramUserId,
      text: 'My letter',
      ...options,
    })
    const { user } = await payload.findByID({ collection: 'assignments', id })
    return { id, learner: String(user), telegramUserId }
  }
  const queue = async ({ call }: ApiSession, query = '') =>
    (await call<AssignmentQueue>('GET', `/assignments${query}`)).body
  const review = async ({ call }: ApiSession, id: string) =>
    (await call<AssignmentReview>('GET', `/assignments/${id}`)).body
  const problemOf = ({ error }: ApiRefusal) =>
    (error.details?.problems as { path: string }[] | undefined)?.[0]?.path
  const post = <Body = ApiRefusal>({ call }: ApiSession, path: string, body?: object) =>
    call<Body>('POST', `/assignments/${path}`, body)

  it('should show a reviewer the queue page by page, and the work with what it is judged by', async () => {
    const { id } = await handIn({ text: 'Dear Anna', name: 'Boris' })
    const { id: second } = await handIn({ name: 'Boris' })
    const found = await queue(mentor, '?status=pending&learner=bori&limit=1')
    expect(found).toMatchObject({ total: 2, page: 1, limit: 1 })
    expect(found.assignments).toMatchObject([
      {
        ...{ id, learnerName: 'Boris', courseTitle: 'Letters', stepTitle: 'Write a letter', attempt: 1 },
        ...{ status: 'pending', excerpt: 'Dear Anna', kinds: ['text'], claim: null, reviewedBy: null },
      },
    ])
    expect(await queue(mentor, '?page=100000')).toMatchObject({ assignments: [], page: 100_000 })
    expect((await queue(mentor, '?status=pending&learner=bori&limit=1&page=2')).assignments[0]?.id).toBe(
      second,
    )
    for (const [filter, total] of [
      [`courseId=${graded.course.id}`, 0],
      [`courseId=${taught.course.id}&claimed=free&isLate=false`, 2],
      [`stepId=${taught.steps[0]?.id}`, 2],
      ['claimed=mine', 0],
      ['status=approved', 0],
    ] as const)
      expect((await queue(mentor, `?learner=boris&${filter}`)).total, filter).toBe(total)
    for (const wrong of ['status=anything', 'limit=0', 'courseId=none', 'unknown=1'])
      expect((await mentor.call('GET', `/assignments?${wrong}`)).status, wrong).toBe(422)
    expect(await review(mentor, id)).toMatchObject({
      ...{ rubric: 'Mind the greeting.', requirements: ['A greeting', 'A name'], filesState: 'kept' },
      ...{ courseId: taught.course.id, stepId: taught.steps[0]?.id, others: [], reviewedBy: null },
      items: [{ kind: 'text', text: 'Dear Anna', file: null }],
    })
  })

  it('should tell nobody else that there is such a work', async () => {
    const { id, learner } = await handIn()
    const [stranger, foreign] = [await createUser(payload), await createReviewers(payload, { courseId: graded.course.id, count: 1 })] // prettier-ignore
    const strangers: [string, ApiSession][] = [
      ['another creator', await sessionOf(stranger.user.id)],
      ['its learner', await sessionOf(learner)],
      ['a mentor of another course', await sessionOf(foreign[0]!.id)],
    ]
    const asks: [string, string, object?][] = [
      ['GET', `/assignments/${id}`],
      ['POST', `/assignments/${id}/claim`],
      ['POST', `/assignments/${id}/release`],
      ['POST', `/assignments/${id}/decide`, { status: 'approved' }],
    ]
    for (const [name, session] of strangers) {
      for (const [method, path, body] of asks)
        expect((await session.call(method, path, body)).status, `${name}: ${path}`).toBe(404)
      expect(
        (await queue(session)).assignments.map((one) => one.id),
        name,
      ).not.toContain(id)
      const { body } = await post<Decided>(session, 'decide', { ids: [id], status: 'approved' })
      expect(body.assignments, name).toMatchObject([{ id, status: 'refused', code: 'notFound' }])
    }
    // In a session of a course’s bot everybody is a student, its author too.
    const bound = await sessionOf(taught.author.user.id, taught.course.id)
    for (const [method, path, body] of [...asks, ['GET', '/assignments'] as const]) {
      expect((await bound.call(method, path, body)).status, path).toBe(403)
      expect((await fetch(`${web.webUrl}/api/v1${path}`, { method })).status, path).toBe(401)
    }
    expect(await review(mentor, id)).toMatchObject({ status: 'pending', claim: null, history: [] })
  })

  it('should be held by one, and decided by nobody else meanwhile', async () => {
    const { id } = await handIn()
    const held = await post<AssignmentReview>(mentor, `${id}/claim`)
    expect([held.status, held.body.claim]).toMatchObject([200, { isMine: true, name: mentors[0]!.name }])
    expect(Date.parse(held.body.claim?.until ?? '')).toBeGreaterThan(Date.now())
    for (const [path, body] of [['claim'], ['decide', { status: 'approved' }]] as const)
      expect(await post(other, `${id}/${path}`, body)).toMatchObject({
        status: 409,
        body: { error: { code: 'submissionClaimed', details: { by: mentors[0]!.name } } },
      })
    expect((await post<AssignmentReview>(other, `${id}/release`)).body.claim).toMatchObject({ isMine: false })
    expect((await post<AssignmentReview>(mentor, `${id}/release`)).body.claim).toBeNull()
    const decided = await post<AssignmentReview>(other, `${id}/decide`, { status: 'approved', comment: ' Well done ' }) // prettier-ignore
    expect([decided.status, decided.body]).toMatchObject([
      200,
      { status: 'approved', teacherComment: 'Well done', reviewedBy: mentors[1]!.name },
    ])
    expect(decided.body.history.map(({ action }) => action)).toEqual(['claimed', 'released', 'approved'])
    const russian = await mentor.call('POST', `/assignments/${id}/decide`, { status: 'approved' }, { 'accept-language': 'ru' }) // prettier-ignore
    expect([russian.status, russian.body.error.message]).toEqual([409, `Работу уже приняли: ${mentors[1]!.name}.`]) // prettier-ignore
  })

  it('should answer a repeated call like the first one, as long as its caller may review', async () => {
    const { id } = await handIn()
    const decide = () =>
      mentor.call<AssignmentReview>('POST', `/assignments/${id}/decide`, { status: 'approved' }, { 'idempotency-key': `decide-${id}` }) // prettier-ignore
    const [first, again] = [await decide(), await decide()]
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body])
    const setMentors = (reviewers: Reviewer[]) =>
      payload.update({
        ...{ collection: 'courses', id: taught.course.id },
        data: { mentors: reviewers.map((reviewer) => reviewer.id) },
      })
    await setMentors(mentors.slice(1))
    expect((await decide()).status).toBe(404)
    await setMentors(mentors)
    expect((await decide()).body).toEqual(first.body)
  })

  it('should need points and words where the step and the reviewer have to give them', async () => {
    const { id } = await handIn({ botId: graded.bot.id })
    const codes = []
    for (const body of [
      { status: 'approved' },
      { status: 'approved', score: 11 },
      { status: 'approved', score: 5 },
      { status: 'rejected', score: 3 },
      { status: 'maybe' },
      { status: 'approved', verdict: 'approved' },
    ]) {
      const { status, body: refused } = await post(author, `${id}/decide`, body)
      codes.push([status, refused.error.code, problemOf(refused)])
    }
    expect(codes).toEqual([
      [422, 'scoreNeeded', 'body.score'],
      [422, 'scoreOutOfRange', 'body.score'],
      [422, 'scoreBelowPass', 'body.score'],
      [422, 'commentNeeded', 'body.comment'],
      [422, 'inputInvalid', 'body.status'],
      [422, 'inputInvalid', 'body'],
    ])
    const { body } = await post<AssignmentReview>(author, `${id}/decide`, { status: 'approved', score: 7.5 })
    expect(body).toMatchObject({ status: 'approved', score: 7.5, maxScore: 10, passPoints: 6 })
  })

  it('should be decided many at once, each by itself', async () => {
    const [done, points] = [await handIn(), await handIn({ botId: graded.bot.id })]
    await post(mentor, `${done.id}/decide`, { status: 'approved' })
    const last = await handIn()
    const ids = [done.id, points.id, last.id]
    const { body } = await post<Decided>(author, 'decide', { ids, status: 'approved' })
    expect(body.assignments).toMatchObject([
      { id: done.id, status: 'refused', code: 'submissionDecided' },
      { id: points.id, status: 'refused', code: 'scoreNeeded' },
      { id: last.id, status: 'done' },
    ])
    const full = await post<Decided>(author, 'decide', {
      ids: [points.id],
      status: 'approved',
      isFullScore: true,
    })
    expect(full.body.assignments).toEqual([{ id: points.id, status: 'done' }])
    expect(await review(author, points.id)).toMatchObject({ score: 10 })
    expect((await post(author, 'decide', { ids: [], status: 'approved' })).status).toBe(422)
  })

  it('should give reviewers and the learner the files, for a while', async () => {
    const picture = await png(40)
    const { id, learner } = await handIn({
      file: {
        ...{ kind: 'document', fileId: 'f', uniqueId: 'u', bytes: picture.length, name: 'owl.png' },
        ...{ mimeType: 'image/png', duration: null, albumId: null },
      },
    })
    const fileOf = async () => (await review(mentor, id)).items[1]?.file
    const waiting = await fileOf()
    expect(waiting).toMatchObject({ name: 'owl.png', state: 'waiting', url: null })
    await fetch(`${web.webUrl}/api/runner/submissions/files/${waiting?.id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
      body: new Uint8Array(picture),
    })
    const kept = await fileOf()
    expect(kept).toMatchObject({ state: 'kept', mimeType: 'image/png', bytes: picture.length })
    const load = async (url: string) => {
      const response = await fetch(url)
      return [response.status, Buffer.from(await response.arrayBuffer()).equals(picture)]
    }
    expect(await load(kept?.url ?? '')).toEqual([200, true])
    const forged = new URL(kept?.url ?? '')
    forged.searchParams.set('expires', '99999999999')
    expect(await load(forged.href)).toEqual([404, false])
    const { body } = await (await sessionOf(learner)).call<OwnAssignments>('GET', '/users/assignments')
    expect(await load(body.assignments[0]?.items[1]?.file?.url ?? '')).toEqual([200, true])
  })

  it('should be listed to whoever handed it in, with what became of it, and to nobody else', async () => {
    const { id, learner, telegramUserId } = await handIn({ text: 'One' })
    await post(mentor, `${id}/decide`, { status: 'rejected', comment: 'Longer, please.' })
    const again = { botId: taught.bot.id, telegramUserId, isAgain: true }
    const second = await handInWork(payload, { ...again, text: 'One and two' })
    const session = await sessionOf(learner)
    const own = async (query = '', who = session) =>
      (await who.call<OwnAssignments>('GET', `/users/assignments${query}`)).body
    const { total, assignments } = await own()
    expect([total, assignments]).toMatchObject([
      2,
      [
        { id: second, attempt: 2, status: 'pending', reviewedAt: null },
        {
          ...{ id, attempt: 1, status: 'rejected', teacherComment: 'Longer, please.', feedbackVoice: null },
          ...{ courseTitle: 'Letters', stepTitle: 'Write a letter', items: [{ text: 'One' }] },
        },
      ],
    ])
    // What reviewers keep to themselves.
    expect(JSON.stringify(assignments)).not.toMatch(/history|rubric|claim|Mentor/)
    expect((await own('?status=rejected&limit=1')).assignments.map((one) => one.id)).toEqual([id])
    expect(await own(`?courseId=${graded.course.id}`)).toMatchObject({ total: 0, assignments: [] })
    expect((await own('', await sessionOf(learner, taught.course.id))).total).toBe(2)
    expect((await own('', await sessionOf(learner, graded.course.id))).total).toBe(0)
    expect((await own('', mentor)).total).toBe(0)
  })
})
