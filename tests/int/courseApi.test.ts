import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiCourse, ApiRelease } from '../../src/contracts/api/courses.ts'
import type { StepChange } from '../../src/contracts/apiClient/index.ts'
import type { ApiSteps, EditorStep } from '../../src/contracts/api/steps.ts'
import { newLearnerState } from '../../src/lesson/engine/newLearnerState.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { apiCalls, openApiSession, type ApiRefusal } from '../helpers/apiCalls.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

const ready = { description: 'Long enough to be published by anybody.', category: 'science', language: 'en' }

describe('courses at the platform API', () => {
  let payload: Payload
  let web: Web
  let call: ReturnType<typeof apiCalls>

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb()
    call = apiCalls(web)
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  const signIn = async (role: 'student' | 'creator' | 'moderator' | 'admin' = 'creator') => {
    const { user } = await createUser(payload, { role })
    return { user, token: await openApiSession(payload, user.id) }
  }
  const make = async (token: string, body: object = {}) =>
    (await call<ApiCourse>('POST', '/courses', { token, body: { title: 'Stars', ...ready, ...body } })).body
  const addStep = async (token: string, courseId: string, body: object) =>
    call<EditorStep>('POST', `/courses/${courseId}/steps`, { token, body })
  const steps = async <Body = ApiSteps>(courseId: string, token?: string) =>
    call<Body>('GET', `/courses/${courseId}/steps`, { token })

  it('should make a creator of a student who makes a course', async () => {
    const { user, token } = await signIn('student')
    const { status, body } = await call<ApiCourse>('POST', '/courses', { token, body: { title: 'First' } })
    expect(status).toBe(201)
    expect(body).toMatchObject({ title: 'First', view: 'editor', isPublished: false, stepsCount: 0 })
    expect((await addStep(token, body.id, { title: 'One' })).status).toBe(201)
    expect((await payload.findByID({ collection: 'users', id: user.id })).role).toBe('creator')
    const where = { and: [{ act: { equals: 'roleChanged' } }, { documentId: { equals: user.id } }] }
    expect((await payload.count({ collection: 'auditEvents', where: where as never })).totalDocs).toBe(1)
  })

  it('should let authors write, order, publish and read back a course', async () => {
    const { token } = await signIn()
    const course = await make(token)
    const titles = ['Sun', 'Moon', 'Mars']
    const made: EditorStep[] = []
    for (const title of titles)
      made.push((await addStep(token, course.id, { title, content: `# ${title}\n\nIt is **far**.` })).body)
    expect(made.map(({ orderIndex }) => orderIndex)).toEqual([1, 2, 3])

    const changed = await call<EditorStep>('PUT', `/courses/${course.id}/steps/${made[0]!.id}`, {
      token,
      body: { title: 'The Sun', isRequired: false },
    })
    expect(changed.body).toMatchObject({ title: 'The Sun', isRequired: false, content: made[0]!.content })
    const order = [made[2]!.id, made[0]!.id, made[1]!.id]
    const ordered = await call<ApiSteps>('PUT', `/courses/${course.id}/steps/order`, {
      token,
      body: { stepIds: order },
    })
    expect(ordered.body.steps.map(({ title }) => title)).toEqual(['Mars', 'The Sun', 'Moon'])

    const hidden = await call('GET', `/courses/${course.id}`)
    expect(hidden.status).toBe(404)
    const published = await call<{ release: { number: number } }>('POST', `/courses/${course.id}/publish`, {
      token,
    })
    expect([published.status, published.body.release.number]).toEqual([200, 1])
    const outline = await steps(course.id)
    expect(outline.body.view).toBe('outline')
    expect(outline.body.steps.map(({ title }) => title)).toEqual(['Mars', 'The Sun', 'Moon'])
    expect(JSON.stringify(outline.body)).not.toContain('far')
    await call('PUT', `/courses/${course.id}`, { token, body: { isListed: false } })
    expect((await call('GET', `/courses/${course.id}`)).status).toBe(404)
  })

  it('should show nobody what is not published yet, and tell authors what it is', async () => {
    const { token } = await signIn()
    const { id } = await make(token)
    const one = (await addStep(token, id, { title: 'One', content: 'A' })).body
    await call('POST', `/courses/${id}/publish`, { token })
    await call('PUT', `/courses/${id}`, { token, body: { title: 'Secret title' } })
    await call('PUT', `/courses/${id}/steps/${one.id}`, { token, body: { content: 'B' } })
    expect((await call<ApiCourse>('GET', `/courses/${id}`)).body.title).toBe('Stars')
    const { body } = await call<{ changes: object; problems: [] }>('GET', `/courses/${id}/publishing`, {
      token,
    })
    expect(body).toMatchObject({ changes: { fields: ['title'], changed: ['One'] }, problems: [] })
    await call('POST', `/courses/${id}/publish`, { token })
    const releases = await call<{ releases: ApiRelease[]; total: number }>('GET', `/courses/${id}/releases`, {
      token,
    })
    expect(releases.body.releases.map(({ number }) => number)).toEqual([2, 1])
    const difference = await call('GET', `/courses/${id}/releases/2/changes`, { token })
    expect(difference.body).toMatchObject({
      from: 1,
      to: 2,
      changes: { fields: ['title'], changed: ['One'] },
    })
    expect((await call('GET', `/courses/${id}/releases/3/changes`, { token })).status).toBe(404)
  })

  it('should name all that stands in the way of publishing', async () => {
    const { token } = await signIn()
    const { id } = await make(token, { title: 'A', description: '', category: null, pricingModel: 'paid' })
    const { status, body } = await call<ApiRefusal>('POST', `/courses/${id}/publish`, { token })
    expect([status, body.error.code]).toEqual([422, 'courseNotPublishable'])
    expect(body.error.details?.problems).toMatchObject([
      { code: 'titleTooShort', field: 'title' },
      ...[{ code: 'descriptionTooShort' }, { code: 'categoryMissing' }, { code: 'priceMissing' }],
      { code: 'noSteps' },
    ])
    expect((await call('GET', `/courses/${id}/publishing`, { token })).body.problems).toHaveLength(5)
  })

  it('should refuse what was written about an older version, naming the current one', async () => {
    const { token } = await signIn()
    const { id, version } = await make(token)
    const first = await call<ApiCourse>('GET', `/courses/${id}`, { token })
    expect(first.headers.get('etag')).toBe(`"${version}"`)
    const same = await call('GET', `/courses/${id}`, { token, headers: { 'if-none-match': `"${version}"` } })
    expect(same.status).toBe(304)
    const headers = { 'if-match': `"${version}"` }
    const changed = await call<ApiCourse>('PUT', `/courses/${id}`, { token, body: { title: 'New' }, headers })
    expect(changed.status).toBe(200)
    const late = await call<ApiRefusal>('PUT', `/courses/${id}`, { token, body: { title: 'Late' }, headers })
    expect([late.status, late.body.error.details?.current]).toEqual([412, changed.body.version])
    expect((await call('DELETE', `/courses/${id}`, { token, headers })).status).toBe(412)
    const { body: step } = await addStep(token, id, { title: 'One' })
    const path = `/courses/${id}/steps/${step.id}`
    const seen = { 'if-match': `"${step.version}"` }
    expect((await call('PUT', path, { token, body: { title: 'Two' }, headers: seen })).status).toBe(200)
    expect((await call('PUT', path, { token, body: { title: 'Three' }, headers: seen })).status).toBe(412)
    expect((await call('DELETE', path, { token, headers: seen })).status).toBe(412)
    const list = `/courses/${id}/steps`
    const listed = (await call('GET', list, { token })).headers.get('etag') ?? ''
    await call('PUT', path, { token, body: { title: 'Four' } })
    expect((await call('GET', list, { token, headers: { 'if-none-match': listed } })).status).toBe(200)
    const asListed = { token, body: { stepIds: [step.id] }, headers: { 'if-match': listed } }
    expect((await call('PUT', `${list}/order`, asListed)).status).toBe(200)
    const order = { token, body: { stepIds: [step.id] }, headers: { 'if-match': '"0"' } }
    expect((await call('PUT', `/courses/${id}/steps/order`, order)).status).toBe(412)
  })

  it('should let authors go on with the version that they see after publishing', async () => {
    const { token } = await signIn()
    const { id } = await make(token)
    await addStep(token, id, { title: 'Zero', content: 'Text' })
    await call('POST', `/courses/${id}/publish`, { token })
    const after = await call<ApiCourse>('GET', `/courses/${id}`, { token })
    const asSeen = { 'if-match': after.headers.get('etag') ?? '' }
    expect(
      (await call('PUT', `/courses/${id}`, { token, body: { title: 'Once more' }, headers: asSeen })).status,
    ).toBe(200)
  })

  it('should carry out once what comes several times with the same key', async () => {
    const { user, token } = await signIn()
    const headers = { 'idempotency-key': 'make-it-once' }
    const body = { title: 'Only one' }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => call<ApiCourse>('POST', '/courses', { token, body, headers })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body.id]))).size).toBe(1)
    const later = await call<ApiCourse>('POST', '/courses', { token, body, headers })
    expect(later.body).toEqual(answers[0]?.body)
    const where = { creator: { equals: user.id } }
    expect((await payload.count({ collection: 'courses', where })).totalDocs).toBe(1)
    const other = await call<ApiRefusal>('POST', '/courses', { token, body: { title: 'Another' }, headers })
    expect([other.status, other.body.error.code]).toEqual([422, 'idempotencyKeyReused'])
    // Of somebody else the key is another one; and what failed has not taken its own.
    const stranger = await signIn()
    const theirs = await call<ApiCourse>('POST', '/courses', { token: stranger.token, body, headers })
    expect(theirs.body.id).not.toBe(later.body.id)
    const failing = { token, headers: { 'idempotency-key': 'again' } }
    expect((await call('POST', `/courses/${later.body.id}/publish`, failing)).status).toBe(422)
    await call('PUT', `/courses/${later.body.id}`, { token, body: ready })
    await addStep(token, later.body.id, { title: 'One', content: 'Text' })
    expect((await call('POST', `/courses/${later.body.id}/publish`, failing)).status).toBe(200)
  })

  it('should say in the person’s language which field is wrong', async () => {
    const { token } = await signIn()
    const { id } = await make(token)
    const wrong = async (path: string, body: unknown) => {
      const answer = await call<ApiRefusal>('POST', path, {
        token,
        body,
        headers: { 'accept-language': 'ru' },
      })
      return [answer.status, ...(answer.body.error.details?.problems ?? []).map((problem) => problem.path)]
    }
    expect(await wrong('/courses', { title: '' })).toEqual([422, 'body.title'])
    for (const price of [1.005, 1e10, -1])
      expect(await wrong('/courses', { title: 'A', price })).toEqual([422, 'body.price'])
    for (const currency of ['ZZZ', 'eur'])
      expect(await wrong('/courses', { title: 'A', currency })).toEqual([422, 'body.currency'])
    for (const data of [{ price: 1.005 }, { price: 1e10 }, { currency: 'ZZZ' }])
      await expect(
        payload.update({ collection: 'courses', id, data: { pricingModel: 'paid', ...data } }),
      ).rejects.toThrow()
    expect(await wrong('/courses', { title: 'A', timeZone: 'Mars/Base' })).toEqual([422, 'body.timeZone'])
    expect(await wrong('/courses', { title: 'A', creator: id })).toEqual([422, 'body'])
    const add = `/courses/${id}/steps`
    expect(await wrong(add, { title: 'A', content: '```js\nopen' })).toEqual([422, 'body.content'])
    expect(await wrong(add, { title: 'A', content: '![x](media:nothing)' })).toEqual([422, 'body.content'])
    expect(await wrong(add, { title: 'A', stepType: 'plugin' })).toEqual([422, 'body.stepType'])
    expect(await wrong(add, { title: 'A', stepType: 'video', videoUrl: 'javascript:alert(1)' })).toEqual([
      422,
      'body.videoUrl',
    ])
    expect(await wrong(add, { title: 'A', unlockConditions: { op: 'none' } })).toEqual([
      422,
      'body.unlockConditions',
    ])
    expect(await wrong(add, { title: 'A', after: id })).toEqual([422, 'body.after'])
    expect(await wrong(`/courses/${id}/steps`, { title: 'A', quiz: { questions: [{ kind: 'x' }] } })).toEqual(
      [422, 'body.quiz.questions.0.kind'],
    )
    expect((await steps(id, token)).body.steps).toEqual([])
  })

  it('should take quizzes as they are given back, answers and all, and show learners none of those', async () => {
    const { token } = await signIn()
    const { id } = await make(token)
    const questions = [
      {
        kind: 'single',
        text: 'Which one is a star?',
        options: [{ text: 'Sirius', isCorrect: true, explanation: 'BRIGHTEST' }, { text: 'Mars' }],
      },
      { kind: 'number', text: 'How many planets?', value: 8, tolerance: 0 },
      { kind: 'match', text: 'Pairs', pairs: [{ left: 'Earth', right: 'Moon' }, { right: 'Io' }] },
    ]
    const quiz = { passingPercentage: 50, bands: [{ from: 0, text: 'Well' }], questions }
    const { body: step, status } = await addStep(token, id, { title: 'Quiz', stepType: 'quiz', quiz })
    expect([status, step.quiz]).toMatchObject([201, quiz])
    const again = await call<EditorStep>('PUT', `/courses/${id}/steps/${step.id}`, {
      token,
      body: { quiz: step.quiz },
    })
    expect(again.body.quiz).toEqual(step.quiz)
  })

  it('should take a course and its steps whole as it gives them, with every field', async () => {
    const { user, token } = await signIn()
    const fileOf = async (kind: string) => {
      const { rows } = await payload.db.pool.query<{ id: string }>(
        `INSERT INTO media (creator_id, filename, kind, updated_at, created_at)
         VALUES ($1, $2, $3::text::enum_media_kind, now(), now()) RETURNING id`,
        [user.id, `${kind}-${user.id}`, kind],
      )
      return rows[0]!.id
    }
    const course = await make(token, {
      ...{ tags: ['sky'], difficultyLevel: 3, estimatedDuration: 90, thumbnail: await fileOf('image') },
      ...{ timeZone: 'Asia/Seoul', isProtected: true, isListed: false },
      ...{ pricingModel: 'paid', price: 9.5, currency: 'EUR', priceStars: 70 },
    })
    const written: StepChange = {
      ...{ title: 'Text', content: '# A\n\n**b**', description: 'c', section: 'd', isRequired: false },
      estimatedDuration: 5,
      drip: { mode: 'chain', amount: 2, unit: 'days', weekdays: [1, 5], time: 540 },
    }
    const first = (await addStep(token, course.id, written)).body
    const unlockConditions: StepChange['unlockConditions'] = {
      ...{ op: 'any', show: 'greyed' },
      conditions: [
        { kind: 'completion', step: first.id, state: 'done' },
        { op: 'all', conditions: [{ kind: 'date', from: '2026-12-01T09:00:00Z' }] },
      ],
    }
    const assignment: StepChange['assignment'] = {
      ...{ requirements: 'One', accepts: ['text'], maxFiles: 2, maxFileMegabytes: 3, extensions: 'pdf' },
      ...{ dueAt: '2027-01-01T00:00:00.000Z', cutOffAt: '2027-02-01T00:00:00.000Z', maxAttempts: 3 },
      ...{ grading: 'points', maxPoints: 10, passPoints: 5, rubric: 'e' },
    }
    const quiz: StepChange['quiz'] = {
      ...{ passingPercentage: 50, timeLimit: 5, bands: [{ from: 0, text: 'f' }] },
      questions: [{ kind: 'single', text: 'g', options: [{ text: 'h', isCorrect: true }, { text: 'i' }] }],
    }
    const made = [
      first,
      (await addStep(token, course.id, { title: 'Work', stepType: 'assignment', assignment, unlockConditions })).body,
      (await addStep(token, course.id, { title: 'Quiz', stepType: 'quiz', quiz })).body,
      (await addStep(token, course.id, { title: 'Film', stepType: 'video', video: await fileOf('video') })).body,
      (await addStep(token, course.id, { title: 'Link', stepType: 'video', videoUrl: 'https://example.org/a' })).body,
    ] // prettier-ignore
    const isSet = (things: object[]) => (name: string) =>
      things.some((thing) => (thing as Record<string, unknown>)[name] != null)
    const before = (await call<ApiCourse>('GET', `/courses/${course.id}`, { token })).body
    // Nothing can be rated, taught or released yet.
    const later = new Set(['author', 'rating', 'releaseNumber', 'botUsername'])
    const fields = Object.keys(before).filter((name) => !later.has(name))
    expect(fields.filter((name) => !isSet([before])(name))).toEqual([])
    expect(Object.keys(first).filter((name) => !isSet(made)(name))).toEqual([])

    const untouched = ({ version: _version, updatedAt: _updatedAt, ...rest }: ApiCourse | EditorStep) => rest
    for (const path of ['', ...made.map(({ id }) => `/steps/${id}`)]) {
      const place = `/courses/${course.id}${path}`
      const read = (await call<ApiCourse | EditorStep>('GET', place, { token })).body
      const put = await call<ApiCourse | EditorStep>('PUT', place, { token, body: read })
      expect([put.status, untouched(put.body)]).toEqual([200, untouched(read)])
    }
    const { body: free } = await call<ApiCourse>('POST', '/courses', { token, body: { title: 'Bare' } })
    expect((await call('PUT', `/courses/${free.id}`, { token, body: free })).status).toBe(200)
  })

  it('should give learners what is open to them, without answers, and of the rest the titles', async () => {
    const { course, steps: made } = await buildCourse(payload, {
      steps: [quizStep('Quiz', [question('Capital?', ['*Seoul', 'Busan'])]), { title: 'Later' }],
      isPublished: true,
    })
    const learner = await signIn('student')
    const opened = { openedAt: new Date().toISOString(), completedAt: null, timeSpent: 0 }
    await payload.create({
      collection: 'enrollments',
      data: {
        user: learner.user.id,
        course: course.id,
        learnerName: 'Ann',
        status: 'active',
        progressPercent: 0,
        isBlocked: false,
        enrolledAt: new Date().toISOString(),
        state: { ...newLearnerState(), status: 'active', steps: { [made[0]!.id]: opened } },
        updates: [],
      },
    })
    const { body } = await steps<Extract<ApiSteps, { view: 'learner' }>>(course.id, learner.token)
    expect(body.view).toBe('learner')
    expect(body.steps.map(({ state }) => state)).toEqual(['open', 'locked'])
    expect(body.steps[1]?.lock?.reason).toMatch(/\S/)
    expect(body.steps[1]?.step).toBeNull()
    expect(JSON.stringify(body)).not.toMatch(/isCorrect|"correct|explanation/)
    const bound = await openApiSession(payload, learner.user.id, course.id)
    expect((await steps(course.id, bound)).body.view).toBe('learner')
    const { course: other } = await buildCourse(payload, { isPublished: true })
    expect((await steps(other.id, bound)).body.view).toBe('outline')
  })

  it('should copy courses with their rules, and steps', async () => {
    const { token } = await signIn()
    const { id } = await make(token)
    const one = (await addStep(token, id, { title: 'One', content: 'A' })).body
    const rule = {
      op: 'all',
      show: 'greyed',
      conditions: [{ kind: 'completion', step: one.id, state: 'done' }],
    }
    await addStep(token, id, { title: 'Two', content: 'B', unlockConditions: rule })
    const twin = await call<EditorStep>('POST', `/courses/${id}/steps/${one.id}/duplicate`, { token })
    expect(twin.body).toMatchObject({ title: 'One', orderIndex: 2 })
    const { body: copy } = await call<ApiCourse>('POST', `/courses/${id}/duplicate`, {
      token,
      headers: { 'accept-language': 'en' },
    })
    expect(copy).toMatchObject({ title: 'Stars (copy)', stepsCount: 3, isPublished: false })
    const copied = (await steps<Extract<ApiSteps, { view: 'editor' }>>(copy.id, token)).body.steps
    expect(copied.map(({ title }) => title)).toEqual(['One', 'One', 'Two'])
    expect(copied[2]?.unlockConditions).toMatchObject({ conditions: [{ step: copied[0]?.id }] })
  })

  it('should bring steps back from the trash, and delete a course', async () => {
    const { token } = await signIn()
    const { id } = await make(token)
    await addStep(token, id, { title: 'Zero', content: 'Text' })
    await call('POST', `/courses/${id}/publish`, { token })
    const after = await call<ApiCourse>('GET', `/courses/${id}`, { token })
    const asSeen = { 'if-match': after.headers.get('etag') ?? '' }
    expect(
      (await call('PUT', `/courses/${id}`, { token, body: { title: 'Once more' }, headers: asSeen })).status,
    ).toBe(200)
    const { body: step } = await addStep(token, id, { title: 'One' })
    const path = `/courses/${id}/steps/${step.id}`
    expect((await call('DELETE', path, { token })).status).toBe(204)
    expect((await call('GET', path, { token })).status).toBe(404)
    expect((await call<EditorStep>('POST', `${path}/restore`, { token })).body.title).toBe('One')
    expect((await call('POST', `${path}/restore`, { token })).status).toBe(404)
    expect((await call('DELETE', `/courses/${id}`, { token })).status).toBe(204)
    expect((await call('GET', `/courses/${id}`, { token })).status).toBe(404)
  })
})
