import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Step } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

const orderField = '_steps_steps_order'

describe('the order of steps', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
  })

  const stepsOf = async (courseId: string) =>
    (
      await payload.find({
        collection: 'steps',
        where: { course: { equals: courseId } },
        sort: [orderField, 'id'],
        limit: 100,
        showHiddenFields: true,
      })
    ).docs as (Step & { [orderField]: string })[]
  const isInOrder = async (courseId: string, count: number) => {
    const steps = await stepsOf(courseId)
    expect(steps).toHaveLength(count)
    expect(new Set(steps.map((step) => step[orderField])).size).toBe(count)
    expect(steps.map(({ orderIndex }) => orderIndex)).toEqual(steps.map((_, index) => index + 1))
  }

  it('should stay distinct when steps are made and moved by many hands at once', async () => {
    const { author, course } = await buildCourse(payload, { steps: [] })
    const { token } = author
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        callApi<{ doc: Step }>('POST', '/steps', { token, body: { course: course.id, title: `Step ${index}` } }),
      ),
    )
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
    await isInOrder(course.id, 20)

    const steps = await stepsOf(course.id)
    const target = { id: steps[10]?.id, key: steps[10]?.[orderField] }
    const moved = await Promise.all(
      steps.slice(0, 8).map(({ id }, index) =>
        callApi('POST', '/reorder', { token, body: { collectionSlug: 'steps', docsToMove: [id], newKeyWillBe: index % 2 ? 'less' : 'greater', orderableFieldName: orderField, target } }),
      ),
    )
    expect(moved.map(({ status }) => status)).toEqual(moved.map(() => 200))
    await isInOrder(course.id, 20)
  }) // prettier-ignore

  it('should be mended when a copy or a careless client gives two steps one place', async () => {
    const { author, course, steps } = await buildCourse(payload)
    const { token } = author
    expect((await callApi('POST', `/steps/${steps[0]?.id}/duplicate`, { token, body: {} })).status).toBe(200)
    await isInOrder(course.id, 4)
    const [first, , last] = await stepsOf(course.id)
    const body = { [orderField]: first?.[orderField] }
    await callApi('PATCH', `/steps/${last?.id}?select[title]=true`, { token, body })
    await isInOrder(course.id, 4)
    const refused = await callApi('PATCH', `/steps/${last?.id}`, {
      token,
      body: { [orderField]: '~~ no key ~~' },
    })
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'inputInvalid' } } })
    const another = await callApi('POST', '/steps', {
      token,
      body: { course: course.id, title: 'One more' },
    })
    expect(another.status).toBe(201)
    await isInOrder(course.id, 5)
  })

  it('should not let a step change its course', async () => {
    const { author, course, steps } = await buildCourse(payload)
    const other = await buildCourse(payload, { author })
    const { token } = author
    const refused = await callApi('PATCH', `/steps/${steps[0]?.id}`, { token, body: { course: other.course.id } })
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'stepMoved' } } })
    const same = await callApi('PATCH', `/steps/${steps[0]?.id}`, { token, body: { course: course.id, title: 'Same course' } })
    expect(same.status).toBe(200)
  }) // prettier-ignore
})
