import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiCourse } from '../../src/contracts/api/courses.ts'
import type { EditorStep } from '../../src/contracts/api/steps.ts'
import type { StepChange } from '../../src/contracts/apiClient/index.ts'
import { apiCalls, type ApiRefusal } from '../helpers/apiCalls.ts'
import { authorCalls, ready } from '../helpers/authorCalls.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

describe('changes at the platform API that meet, come again, or say what was read', () => {
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

  it('should refuse what was written about an older version, naming the current one', async () => {
    const { token } = await author.signIn()
    const { id, version } = await author.make(token)
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
    const { body: step } = await author.addStep(token, id, { title: 'One' })
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
    const { token } = await author.signIn()
    const { id } = await author.make(token)
    await author.addStep(token, id, { title: 'Zero', content: 'Text' })
    await call('POST', `/courses/${id}/publish`, { token })
    const after = await call<ApiCourse>('GET', `/courses/${id}`, { token })
    const asSeen = { 'if-match': after.headers.get('etag') ?? '' }
    expect(
      (await call('PUT', `/courses/${id}`, { token, body: { title: 'Once more' }, headers: asSeen })).status,
    ).toBe(200)
  })

  it('should carry out once what comes several times with the same key', async () => {
    const { user, token } = await author.signIn()
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
    const stranger = await author.signIn()
    const theirs = await call<ApiCourse>('POST', '/courses', { token: stranger.token, body, headers })
    expect(theirs.body.id).not.toBe(later.body.id)
    const failing = { token, headers: { 'idempotency-key': 'again' } }
    expect((await call('POST', `/courses/${later.body.id}/publish`, failing)).status).toBe(422)
    await call('PUT', `/courses/${later.body.id}`, { token, body: ready })
    await author.addStep(token, later.body.id, { title: 'One', content: 'Text' })
    expect((await call('POST', `/courses/${later.body.id}/publish`, failing)).status).toBe(200)
  })

  it('should take a course and its steps whole as it gives them, with every field', async () => {
    const { user, token } = await author.signIn()
    const fileOf = async (kind: string) => {
      const { rows } = await payload.db.pool.query<{ id: string }>(
        `INSERT INTO media (creator_id, filename, kind, updated_at, created_at)
         VALUES ($1, $2, $3::text::enum_media_kind, now(), now()) RETURNING id`,
        [user.id, `${kind}-${user.id}`, kind],
      )
      return rows[0]!.id
    }
    const course = await author.make(token, {
      ...{ tags: ['sky'], difficultyLevel: 3, estimatedDuration: 90, thumbnail: await fileOf('image') },
      ...{ timeZone: 'Asia/Seoul', isProtected: true, isListed: false },
      ...{ pricingModel: 'paid', price: 9.5, currency: 'EUR', priceStars: 70 },
    })
    const written: StepChange = {
      ...{ title: 'Text', content: '# A\n\n**b**', description: 'c', section: 'd', isRequired: false },
      estimatedDuration: 5,
      drip: { mode: 'chain', amount: 2, unit: 'days', weekdays: [1, 5], time: 540 },
    }
    const first = (await author.addStep(token, course.id, written)).body
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
      (await author.addStep(token, course.id, { title: 'Work', stepType: 'assignment', assignment, unlockConditions })).body,
      (await author.addStep(token, course.id, { title: 'Quiz', stepType: 'quiz', quiz })).body,
      (await author.addStep(token, course.id, { title: 'Film', stepType: 'video', video: await fileOf('video') })).body,
      (await author.addStep(token, course.id, { title: 'Link', stepType: 'video', videoUrl: 'https://example.org/a' })).body,
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
})
