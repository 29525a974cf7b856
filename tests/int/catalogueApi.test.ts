import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { cataloguePageSchema, suggestionsSchema } from '../../src/contracts/api/catalogue.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { apiCalls } from '../helpers/apiCalls.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

type Refusal = { error: { code: string; message: string; details: { problems: { path: string }[] } } }

describe('the catalogue at the platform API', () => {
  let payload: Payload
  let web: Web
  let call: ReturnType<typeof apiCalls>

  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb()
    call = apiCalls(web)
    await buildCourse(payload, {
      course: { title: 'Astronomy for all', tags: ['stars'], difficultyLevel: 2, estimatedDuration: 90 },
      isPublished: true,
    })
    await buildCourse(payload, { course: { title: 'Astronomy of mine', isListed: false }, isPublished: true })
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  it('should answer anybody, in the form that it says', async () => {
    const { status, body } = await call<unknown>('GET', '/courses?search=astronomy&language=en')
    expect(status).toBe(200)
    const page = cataloguePageSchema.strict().parse(body)
    expect(page).toMatchObject({ total: 1, isTotalExact: true, page: 1, limit: 20, correctedSearch: null })
    expect(page.courses).toMatchObject([
      {
        title: 'Astronomy for all',
        tags: ['stars'],
        difficultyLevel: 2,
        estimatedDuration: 90,
        stepsCount: 3,
      },
    ])
    const suggested = await call<unknown>('GET', '/courses/suggestions?search=astr')
    expect(suggestionsSchema.parse(suggested.body).suggestions).toMatchObject([
      { title: 'Astronomy for all' },
    ])
  })

  it('should give nothing away that is the author’s', async () => {
    const { body } = await call<object>('GET', '/courses')
    expect(JSON.stringify(body)).not.toMatch(/creator|token|mine/i)
  })

  it.each([
    [`search=${'x'.repeat(10_000)}`, 'query.search'],
    ['page=0', 'query.page'],
    ['page=1e9', 'query.page'],
    ['limit=101', 'query.limit'],
    ['limit=1.5', 'query.limit'],
    ['ratingMin=6', 'query.ratingMin'],
    ['priceMin=-1', 'query.priceMin'],
    ['durationMax=NaN', 'query.durationMax'],
    ['category=a,,b', 'query.category'],
    ["language=ru'", 'query.language'],
    ['sort=random', 'query.sort'],
    ['search=a&search=b', 'query.search'],
    ['currency=rub', 'query.currency'],
  ])('should refuse ?%.40s in the person’s language, naming it', async (query, path) => {
    const { status, body } = await call<Refusal>('GET', `/courses?${query}`, {
      headers: { 'accept-language': 'ru' },
    })
    expect([status, body.error.code]).toEqual([422, 'inputInvalid'])
    expect(body.error.message).toMatch(/[а-я]{4}/)
    expect(body.error.details.problems.map((problem) => problem.path)).toEqual([path])
  })

  it.each(['%00', "'%20OR%201=1", '%F0%9F%90%8D', '%25', '%ED%A0%80', '&|!():*'])(
    'should come to no harm of ?search=%s',
    async (search) => {
      for (const path of ['/courses', '/courses/suggestions'])
        expect((await call('GET', `${path}?search=${search}`)).status).toBeLessThan(500)
    },
  )
})
