import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiCourse, ApiRelease } from '../../src/contracts/api/courses.ts'
import type { ApiSteps, EditorStep } from '../../src/contracts/api/steps.ts'
import { newLearnerState } from '../../src/lesson/engine/newLearnerState.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { apiCalls, openApiSession, type ApiRefusal } from '../helpers/apiCalls.ts'
import { authorCalls } from '../helpers/authorCalls.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

describe('courses at the platform API', () => {
  let payload: Payload
  let web: Web
  let call: ReturnType<typeof apiCalls>
  let author: ReturnType<typeof authorCalls>

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb()
    call = apiCalls(web)
    author = authorCalls(payload, call)
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  it('should make a creator of a student who makes a course', async () => {
    const { user, token } = await author.signIn('student')
    const { status, body } = await call<ApiCourse>('POST', '/courses', { token, body: { title: 'First' } })
    expect(status).toBe(201)
    expect(body).toMatchObject({ title: 'First', view: 'editor', isPublished: false, stepsCount: 0 })
    expect((await author.addStep(token, body.id, { title: 'One' })).status).toBe(201)
    expect((await payload.findByID({ collection: 'users', id: user.id })).role).toBe('creator')
    const where = { and: [{ act: { equals: 'roleChanged' } }, { documentId: { equals: user.id } }] }
    expect((await payload.count({ collection: 'auditEvents', where: where as never })).totalDocs).toBe(1)
  })

  it('should let authors write, order, publish and read back a course', async () => {
    const { token } = await author.signIn()
    const course = await author.make(token)
    const titles = ['Sun', 'Moon', 'Mars']
    const made: EditorStep[] = []
    for (const title of titles)
      made.push(
        (await author.addStep(token, course.id, { title, content: `# ${title}\n\nIt is **far**.` })).body,
      )
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
    const outline = await author.steps(course.id)
    expect(outline.body.view).toBe('outline')
    expect(outline.body.steps.map(({ title }) => title)).toEqual(['Mars', 'The Sun', 'Moon'])
    expect(JSON.stringify(outline.body)).not.toContain('far')
    await call('PUT', `/courses/${course.id}`, { token, body: { isListed: false } })
    expect((await call('GET', `/courses/${course.id}`)).status).toBe(404)
  })

  it('should show nobody what is not published yet, and tell authors what it is', async () => {
    const { token } = await author.signIn()
    const { id } = await author.make(token)
    const one = (await author.addStep(token, id, { title: 'One', content: 'A' })).body
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
    const { token } = await author.signIn()
    const { id } = await author.make(token, {
      title: 'A',
      description: '',
      category: null,
      pricingModel: 'paid',
    })
    const { status, body } = await call<ApiRefusal>('POST', `/courses/${id}/publish`, { token })
    expect([status, body.error.code]).toEqual([422, 'courseNotPublishable'])
    expect(body.error.details?.problems).toMatchObject([
      { code: 'titleTooShort', field: 'title' },
      ...[{ code: 'descriptionTooShort' }, { code: 'categoryMissing' }, { code: 'priceMissing' }],
      { code: 'noSteps' },
    ])
    expect((await call('GET', `/courses/${id}/publishing`, { token })).body.problems).toHaveLength(5)
  })

  it('should say in the person’s language which field is wrong', async () => {
    const { token } = await author.signIn()
    const { id } = await author.make(token)
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
    expect((await author.steps(id, token)).body.steps).toEqual([])
  })

  it('should take quizzes as they are given back, answers and all, and show learners none of those', async () => {
    const { token } = await author.signIn()
    const { id } = await author.make(token)
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
    const { body: step, status } = await author.addStep(token, id, { title: 'Quiz', stepType: 'quiz', quiz })
    expect([status, step.quiz]).toMatchObject([201, quiz])
    const again = await call<EditorStep>('PUT', `/courses/${id}/steps/${step.id}`, {
      token,
      body: { quiz: step.quiz },
    })
    expect(again.body.quiz).toEqual(step.quiz)
  })

  it('should give learners what is open to them, without answers, and of the rest the titles', async () => {
    const { course, steps: made } = await buildCourse(payload, {
      steps: [quizStep('Quiz', [question('Capital?', ['*Seoul', 'Busan'])]), { title: 'Later' }],
      isPublished: true,
    })
    const learner = await author.signIn('student')
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
    const { body } = await author.steps<Extract<ApiSteps, { view: 'learner' }>>(course.id, learner.token)
    expect(body.view).toBe('learner')
    expect(body.steps.map(({ state }) => state)).toEqual(['open', 'locked'])
    expect(body.steps[1]?.lock?.reason).toMatch(/\S/)
    expect(body.steps[1]?.step).toBeNull()
    expect(JSON.stringify(body)).not.toMatch(/isCorrect|"correct|explanation/)
    const bound = await openApiSession(payload, learner.user.id, course.id)
    expect((await author.steps(course.id, bound)).body.view).toBe('learner')
    const { course: other } = await buildCourse(payload, { isPublished: true })
    expect((await author.steps(other.id, bound)).body.view).toBe('outline')
  })

  it('should copy courses with their rules, and steps', async () => {
    const { token } = await author.signIn()
    const { id } = await author.make(token)
    const one = (await author.addStep(token, id, { title: 'One', content: 'A' })).body
    const rule = {
      op: 'all',
      show: 'greyed',
      conditions: [{ kind: 'completion', step: one.id, state: 'done' }],
    }
    await author.addStep(token, id, { title: 'Two', content: 'B', unlockConditions: rule })
    const twin = await call<EditorStep>('POST', `/courses/${id}/steps/${one.id}/duplicate`, { token })
    expect(twin.body).toMatchObject({ title: 'One', orderIndex: 2 })
    const { body: copy } = await call<ApiCourse>('POST', `/courses/${id}/duplicate`, {
      token,
      headers: { 'accept-language': 'en' },
    })
    expect(copy).toMatchObject({ title: 'Stars (copy)', stepsCount: 3, isPublished: false })
    const copied = (await author.steps<Extract<ApiSteps, { view: 'editor' }>>(copy.id, token)).body.steps
    expect(copied.map(({ title }) => title)).toEqual(['One', 'One', 'Two'])
    expect(copied[2]?.unlockConditions).toMatchObject({ conditions: [{ step: copied[0]?.id }] })
  })

  it('should bring steps back from the trash, and delete a course', async () => {
    const { token } = await author.signIn()
    const { id } = await author.make(token)
    await author.addStep(token, id, { title: 'Zero', content: 'Text' })
    await call('POST', `/courses/${id}/publish`, { token })
    const after = await call<ApiCourse>('GET', `/courses/${id}`, { token })
    const asSeen = { 'if-match': after.headers.get('etag') ?? '' }
    expect(
      (await call('PUT', `/courses/${id}`, { token, body: { title: 'Once more' }, headers: asSeen })).status,
    ).toBe(200)
    const { body: step } = await author.addStep(token, id, { title: 'One' })
    const path = `/courses/${id}/steps/${step.id}`
    expect((await call('DELETE', path, { token })).status).toBe(204)
    expect((await call('GET', path, { token })).status).toBe(404)
    expect((await call<EditorStep>('POST', `${path}/restore`, { token })).body.title).toBe('One')
    expect((await call('POST', `${path}/restore`, { token })).status).toBe(404)
    expect((await call('DELETE', `/courses/${id}`, { token })).status).toBe(204)
    expect((await call('GET', `/courses/${id}`, { token })).status).toBe(404)
  })
})
