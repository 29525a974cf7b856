import { describe, expect, it } from 'vitest'

import { suggestCourses } from '../../src/operations/catalogue/suggestCourses.ts'
import { setCourseArchived } from '../../src/operations/courses/setCourseArchived.ts'
import { unpublishCourse } from '../../src/operations/courses/unpublishCourse.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { richText } from '../factories/richText.ts'
import { catalogueScene } from '../helpers/catalogueScene.ts'
import { callApi } from '../helpers/getTestPayload.ts'

describe('what the catalogue holds', () => {
  const scene = catalogueScene()
  const { search, titles, publish, requestOf, update } = scene

  it('should not find a course that was never published', async () => {
    await buildCourse(scene.payload, { author: scene.author, course: { title: 'Hidden treasure' } })
    expect(await titles('treasure')).toEqual([])
    expect(await titles(undefined)).toEqual([])
  })

  it('should not find an unlisted course until it is listed, and then as it was published', async () => {
    const { id } = await publish('Hidden treasure', { isListed: false, tags: ['gold'] })
    expect(await titles('treasure')).toEqual([])
    await update(id, { title: 'Secret plans', tags: ['silver'], category: 'music', isListed: true })
    expect(await titles('treasure gold')).toEqual(['Hidden treasure'])
    for (const unfinished of ['secret', 'silver']) expect(await titles(unfinished)).toEqual([])
    await update(id, { isListed: false })
    expect(await titles('treasure')).toEqual([])
    expect(await suggestCourses(scene.payload.db.pool, 'treasure')).toEqual([])
  })

  it('should take up one that was published before there was a catalogue once it is listed', async () => {
    const { id } = await publish('Ancient course', { isListed: false })
    await scene.payload.db.pool.query('DELETE FROM catalogue WHERE course_id = $1', [id])
    await update(id, { isListed: true, category: 'music', pricingModel: 'paid', price: 777 })
    const published = { title: 'Ancient course', category: 'other', pricingModel: 'free', price: null }
    expect((await search('ancient')).courses).toMatchObject([published])
  })

  it('should not find one that is unpublished, and find it again', async () => {
    const { id } = await publish('Passing fashion')
    await unpublishCourse({ req: await requestOf(scene.author), courseId: id })
    expect(await titles('fashion')).toEqual([])
    expect((await callApi('POST', `/courses/${id}/publish`, { token: scene.author.token })).status).toBe(200)
    expect(await titles('fashion')).toEqual(['Passing fashion'])
  })

  it('should not find one that is archived, or brought back and not published', async () => {
    const { id } = await publish('Old archives')
    for (const isArchived of [true, false]) {
      await setCourseArchived({ req: await requestOf(scene.author), courseId: id, isArchived })
      expect(await titles('archives')).toEqual([])
    }
  })

  it('should not find one that is deleted', async () => {
    const { id } = await publish('Short lived')
    await scene.payload.delete({ collection: 'courses', id })
    expect(await titles('lived')).toEqual([])
  })

  it('should find no courses of somebody who is deactivated, until they are not', async () => {
    const other = await createUser(scene.payload)
    const course = await publish('Vanishing act', {}, undefined, other)
    const setActive = (isActive: boolean) =>
      scene.payload.update({ collection: 'users', id: other.user.id, data: { isActive } })
    await setActive(false)
    expect(await titles('vanishing')).toEqual([])
    await setActive(true)
    expect(await titles('vanishing')).toEqual([course.title])
  })

  it('should show nothing of edits that are not published, and everything of them once they are', async () => {
    const { course, steps } = await buildCourse(scene.payload, { author: scene.author, course: { title: 'Calm course' }, steps: ['First'], isPublished: true })
    await update(course.id, { title: 'Wild course', description: 'A whole new volcano of words.', tags: ['lava'], category: 'science' })
    await scene.payload.update({ collection: 'steps', id: steps[0]!.id, data: { content: richText('Magma everywhere.') } })
    for (const word of ['wild', 'volcano', 'lava', 'magma']) expect(await titles(word)).toEqual([])
    expect((await search('calm')).courses[0]).toMatchObject({ title: 'Calm course', tags: [], category: 'other' })
    await callApi('POST', `/courses/${course.id}/publish`, { token: scene.author.token })
    for (const word of ['wild', 'volcano', 'lava', 'magma']) expect(await titles(word)).toEqual(['Wild course'])
    expect(await titles('calm')).toEqual([])
  }) // prettier-ignore

  it('should write nothing when publishing fails', async () => {
    const { id } = await publish('Steady course')
    await update(id, { description: 'short', tags: ['volcano'] })
    expect((await callApi('POST', `/courses/${id}/publish`, { token: scene.author.token })).status).toBe(422)
    expect(await titles('volcano')).toEqual([])
  })

  it('should give away no answers to quizzes', async () => {
    await buildCourse(scene.payload, {
      author: scene.author,
      course: { title: 'Quizzed course' },
      steps: [
        quizStep('Capitals', [
          question('Of France?', ['*Paris', 'Lyon'], { explanation: 'Since long ago.' }),
        ]),
      ],
      isPublished: true,
    })
    const { rows } = await scene.payload.db.pool.query<{ words: string }>('SELECT words::text FROM catalogue')
    expect(rows).toHaveLength(1)
    expect(rows[0]!.words).not.toMatch(/pari|lyon|ago/i)
  })

  it('should take a course with more text than an index takes', async () => {
    const wordsOf = (step: number) =>
      Array.from({ length: 400 }, (_, word) => `w${(step * 400 + word).toString(36)}x`).join(' ')
    const steps = Array.from({ length: 100 }, (_, step) => ({
      title: 'Long',
      content: richText(wordsOf(step)),
    }))
    await buildCourse(scene.payload, {
      author: scene.author,
      course: { title: 'Endless course' },
      steps,
      isPublished: true,
    })
    expect(await titles('w9x')).toEqual(['Endless course'])
  })
})
