import { createLocalReq, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { applyActions } from '../../src/operations/applyActions/applyActions.system.ts'
import { claimFarewells } from '../../src/operations/bots/claimFarewells.system.ts'
import { reportBot } from '../../src/operations/runner/reportBot.system.ts'
import type { Course, Step } from '../../src/payload-types.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { richText } from '../factories/richText.ts'
import { createUser } from '../factories/createUser.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

type Published = { release: { id: string; number: number } }
type Built = Awaited<ReturnType<typeof buildCourse>>

const orderField = '_steps_steps_order'

describe('publishing', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
  })

  const publish = ({ author, course }: Built) =>
    callApi<Published>('POST', `/courses/${course.id}/publish`, { token: author.token })
  const releasesOf = async (courseId: string) =>
    (await payload.find({ collection: 'releases', where: { course: { equals: courseId } }, sort: 'number' }))
      .docs
  const read = (id: string) => payload.findByID({ collection: 'courses', id, joins: false })
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

  describe('the gate', () => {
    it.each(['en', 'ru'] as const)('should name in %s everything that is missing at once, with the place', async (language) => {
      const built = await buildCourse(payload, {
        course: { title: 'Abc', description: 'short', category: null },
        steps: [{ title: 'Empty', content: null }, 'Good', { title: 'Blank', content: richText('  ', '') }],
      })
      const { author, course, steps } = built
      const { status, body } = await callApi<{ error: { code: string; message: string; details: { problems: { code: string; field: string; stepId?: string; href: string; message: string }[] } } }>(
        'POST', `/courses/${course.id}/publish`, { token: author.token, headers: { 'accept-language': language } },
      )
      expect([status, body.error.code]).toEqual([422, 'courseNotPublishable'])
      const { problems } = body.error.details
      const place = (collection: string, id: string, field: string) => `/admin/collections/${collection}/${id}#field-${field}`
      expect(problems.map(({ code, field, stepId, href }) => ({ code, field, stepId, href }))).toEqual([
        ...([['titleTooShort', 'title'], ['descriptionTooShort', 'description'], ['categoryMissing', 'category']] as const).map(
          ([code, field]) => ({ code, field, stepId: undefined, href: place('courses', course.id, field) }),
        ),
        ...[steps[0], steps[2]].map((step) => ({ code: 'stepEmpty', field: 'content', stepId: step?.id, href: place('steps', step?.id ?? '', 'content') })),
      ])
      const letters = language === 'ru' ? /[а-яё]{4}/ : /^[^а-яё]+$/
      for (const { message } of [body.error, ...problems]) expect(message).toMatch(letters)
      // The panel shows the same before anybody tries.
      const panel = await callApi<{ problems: unknown[] }>('GET', `/courses/${course.id}/publishing`, { token: author.token, headers: { 'accept-language': language } })
      expect(panel.body.problems).toEqual(problems)
      expect(await releasesOf(course.id)).toEqual([])
      expect(await read(course.id)).toMatchObject({ isPublished: false })
    }) // prettier-ignore
  })

  it('should number releases, make none of what has not changed, and ask for a bot', async () => {
    const built = await buildCourse(payload)
    const { author, course } = built
    expect(await publish(built)).toMatchObject({ status: 200, body: { release: { number: 1 }, botState: 'waitingForToken' } })
    expect((await publish(built)).body.release.number).toBe(1)
    await payload.update({ collection: 'courses', id: course.id, data: { title: 'Another title' }, user: author.user })
    expect((await publish(built)).body.release.number).toBe(2)
    // Back to what it was: learners are to see that again, as the next release.
    await payload.update({ collection: 'courses', id: course.id, data: { title: course.title }, user: author.user })
    expect((await publish(built)).body.release.number).toBe(3)
    const releases = await releasesOf(course.id)
    expect(releases.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(await read(course.id)).toMatchObject({ isPublished: true, currentRelease: releases[2]?.id })
    expect((await payload.count({ collection: 'bots', where: { course: { equals: course.id } } })).totalDocs).toBe(1)
  }) // prettier-ignore

  it('should name fields that only the catalogue shows, and no more, until they are published', async () => {
    const built = await buildCourse(payload, { isPublished: true, course: { tags: ['stars'] } })
    const { author, course } = built
    const edit = (data: Partial<Course>) => payload.update({ collection: 'courses', id: course.id, data })
    const changes = async () =>
      (await callApi<{ changes: { fields: string[] } | null }>('GET', `/courses/${course.id}/publishing`, { token: author.token })).body.changes
    const none = { added: [], removed: [], changed: [], isReordered: false }
    await edit({ currency: 'EUR' })
    expect(await changes()).toBeNull()
    await edit({ category: 'music', tags: ['moons'], difficultyLevel: 5, pricingModel: 'paid', price: 777, priceStars: 77 })
    const fields = ['category', 'tags', 'difficultyLevel', 'pricingModel', 'price', 'currency', 'priceStars']
    expect(await changes()).toEqual({ ...none, fields })
    await edit({ category: 'other', tags: ['stars'], difficultyLevel: 1, pricingModel: 'free' })
    expect(await changes()).toBeNull()
    await edit({ pricingModel: 'paid', timeZone: 'Asia/Seoul' })
    expect((await changes())?.fields).toEqual(expect.arrayContaining(['timeZone', 'pricingModel', 'price']))
    await publish(built)
    expect(await changes()).toBeNull()
  }) // prettier-ignore

  it('should make one release of many publishings at once', async () => {
    const built = await buildCourse(payload)
    const answers = await Promise.all(Array.from({ length: 8 }, () => publish(built)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(await releasesOf(built.course.id)).toHaveLength(1)
    expect((await payload.count({ collection: 'bots', where: { course: { equals: built.course.id } } })).totalDocs).toBe(1)
  }) // prettier-ignore

  it('should number without gaps when edits and publishings meet', async () => {
    const built = await buildCourse(payload)
    const edit = (title: string) =>
      callApi('PATCH', `/courses/${built.course.id}`, { token: built.author.token, body: { title } })
    const answers = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        await edit(`A title, number ${index}`)
        return publish(built)
      }),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
    const releases = await releasesOf(built.course.id)
    expect(releases.map(({ number }) => number)).toEqual(releases.map((_, index) => index + 1))
    const { currentRelease } = await read(built.course.id)
    expect(currentRelease).toBe(releases.at(-1)?.id)
  })

  it('should show learners the release and nothing of what was edited since', async () => {
    const built = await buildTaughtCourse(payload)
    const { author, bot, course, steps } = built
    const [release] = await releasesOf(course.id)
    const { token } = author
    const [one, two, three] = steps
    await callApi('PATCH', `/courses/${course.id}`, { token, body: { title: 'Unpublished title' } })
    await callApi('PATCH', `/steps/${one?.id}`, { token, body: { title: 'Unpublished step' } })
    await callApi('PATCH', `/steps/${two?.id}`, { token, body: { deletedAt: new Date().toISOString() } })
    const all = await stepsOf(course.id)
    const target = { id: one?.id, key: all[0]?.[orderField] }
    const moved = await callApi('POST', '/reorder', { token, body: { collectionSlug: 'steps', docsToMove: [three?.id], newKeyWillBe: 'less', orderableFieldName: orderField, target } })
    expect(moved.status).toBe(200)
    await callApi('POST', '/steps', { token, body: { course: course.id, title: 'Unpublished addition', content: richText('New') } })

    expect(await releasesOf(course.id)).toEqual([release])
    const learner = buildAction({ botId: bot.id, telegramUserId: 5001 })
    const { results: [result] } = await applyActions({ payload, request: { actions: [learner], receipts: [] } })
    expect(result).toMatchObject({ status: 'done', effects: [{ type: 'welcome', releaseId: release?.id }] })
    const served = await callApi('GET', `/runner/releases/${release?.id}`, { headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` } })
    expect(served.body).toMatchObject({ title: course.title, steps: steps.map(({ id, title }) => ({ id, title })) })
    expect(JSON.stringify(served.body)).not.toContain('Unpublished')

    const { body } = await callApi('GET', `/courses/${course.id}/publishing`, { token })
    expect(body.changes).toEqual({ fields: ['title'], added: ['Unpublished addition'], removed: ['Two'], changed: ['Unpublished step'], isReordered: true })
    expect((await publish(built)).body.release.number).toBe(2)
    const [, second] = await releasesOf(course.id)
    expect((second?.content as { steps: { title: string }[] }).steps.map(({ title }) => title)).toEqual(['Three', 'Unpublished step', 'Unpublished addition'])
  }) // prettier-ignore

  it('should keep steps in the trash, from where they come back', async () => {
    const built = await buildCourse(payload, { isPublished: true })
    const { author, course, steps } = built
    const { token } = author
    const [, two] = steps
    const titles = async () => (await stepsOf(course.id)).map(({ title, orderIndex }) => [title, orderIndex])
    expect((await callApi('DELETE', `/steps/${two?.id}`, { token })).status).toBe(403)
    await callApi('PATCH', `/steps/${two?.id}`, { token, body: { deletedAt: new Date().toISOString() } })
    expect((await callApi('DELETE', `/steps/${two?.id}?trash=true`, { token })).status).toBe(403)
    expect(await titles()).toEqual([['One', 1], ['Three', 2]])
    await callApi('PATCH', `/steps/${two?.id}?trash=true`, { token, body: { deletedAt: null } })
    expect(await titles()).toEqual([['One', 1], ['Two', 2], ['Three', 3]])
    expect((await publish(built)).body.release.number).toBe(1)
  }) // prettier-ignore

  it('should leave in place what publishing sets when an author brings back an older version', async () => {
    const built = await buildCourse(payload, { course: { title: 'The first title' } })
    const { author, course } = built
    const { token } = author
    await publish(built)
    await callApi('PATCH', `/courses/${course.id}`, { token, body: { title: 'The second title' } })
    await publish(built)
    const before = await read(course.id)
    const { docs } = await payload.findVersions({ collection: 'courses', where: { parent: { equals: course.id } }, sort: 'createdAt' })
    expect(docs[0]?.version).toMatchObject({ title: 'The first title', isPublished: false })
    const { status } = await callApi('POST', `/courses/versions/${docs[0]?.id}`, { token })
    expect(status).toBe(200)
    expect(await read(course.id)).toMatchObject({ title: 'The first title', isPublished: true, currentRelease: before.currentRelease, creator: author.user.id })
  }) // prettier-ignore

  it('should archive courses with learners and delete those without, with everything that hangs on them', async () => {
    const taught = await buildTaughtCourse(payload)
    const { author, bot, course } = taught
    const { token } = author
    await applyActions({ payload, request: { actions: [buildAction({ botId: bot.id, telegramUserId: 5101 })], receipts: [] } })
    for (const path of [`/courses/${course.id}`, `/courses?where[id][equals]=${course.id}`]) {
      const refused = await callApi<{ errors: { message: string }[] }>('DELETE', path, { token })
      expect([path, refused.status]).toEqual([path, path.includes('?') ? 400 : 409])
      expect(refused.body.errors.map(({ message }) => message)).toEqual(['This course has 1 learner. Archive it instead of deleting it.'])
    }
    const { token: adminToken } = await createUser(payload, { role: 'admin' })
    const learners = await payload.find({ collection: 'users', where: { telegramId: { equals: 5101 } } })
    for (const { id } of [author.user, ...learners.docs]) {
      const refused = await callApi<{ error: { code: string } }>('DELETE', `/users/${id}`, { token: adminToken })
      expect(refused).toMatchObject({ status: 409, body: { error: { code: 'userIsNeeded' } } })
    }
    expect((await callApi('DELETE', `/users/${(await createUser(payload)).user.id}`, { token: adminToken })).status).toBe(200)
    expect(await stepsOf(course.id)).toHaveLength(3)
    expect((await callApi('POST', `/courses/${course.id}/archive`, { token })).status).toBe(204)
    expect(await read(course.id)).toMatchObject({ isArchived: true, isPublished: false })
    expect(await publish(taught)).toMatchObject({ status: 409, body: { error: { code: 'courseIsArchived' } } })
    const learner = buildAction({ botId: bot.id, telegramUserId: 5101 })
    const { results } = await applyActions({ payload, request: { actions: [learner], receipts: [] } })
    expect(results).toMatchObject([{ status: 'rejected', effects: [{ type: 'notice', key: 'notAvailable' }] }])
    await callApi('POST', `/courses/${course.id}/restore`, { token })
    expect(await read(course.id)).toMatchObject({ isArchived: false, isPublished: false })
    expect((await publish(taught)).status).toBe(200)

    const free = await buildTaughtCourse(payload, { author })
    await callApi('PATCH', `/steps/${free.steps[0]?.id}`, { token, body: { deletedAt: new Date().toISOString() } })
    const remove = () => callApi('DELETE', `/courses/${free.course.id}`, { token })
    // Its webhook has to be deleted first, for which its token is needed.
    expect(await remove()).toMatchObject({ status: 409, body: { error: { code: 'courseKeepsBot' } } })
    await callApi('DELETE', `/courses/${free.course.id}/bot`, { token })
    const { secretVersion } = await payload.findByID({ collection: 'bots', id: free.bot.id, showHiddenFields: true })
    const report = { secretVersion, state: 'ready', applied: { webhook: 'none' } } as const
    await claimFarewells({ req: await createLocalReq({}, payload), botId: free.bot.id })
    await reportBot({ req: await createLocalReq({}, payload), botId: free.bot.id, report })
    expect((await remove()).status).toBe(200)
    const { rows } = await payload.db.pool.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM courses WHERE id = $1) + (SELECT count(*) FROM steps WHERE course_id = $1) +
              (SELECT count(*) FROM releases WHERE course_id = $1) + (SELECT count(*) FROM bots WHERE course_id = $1) AS count`,
      [free.course.id],
    )
    expect(Number(rows[0]?.count)).toBe(0)
  }) // prettier-ignore

  it('should let a removed bot go whose token nobody can use', async () => {
    for (const report of [
      { state: 'needsRelink', error: { code: 'tokenRefused', description: 'Unauthorized' } },
      { state: 'retrying', error: { code: 'tokenUnreadable', description: 'no key' } },
    ] as const) {
      const { author, bot, course } = await buildTaughtCourse(payload)
      await callApi('DELETE', `/courses/${course.id}/bot`, { token: author.token })
      const read = () => payload.findByID({ collection: 'bots', id: bot.id, showHiddenFields: true })
      const { secretVersion } = await read()
      const req = await createLocalReq({}, payload)
      // Telegram is away: it is tried again.
      const away = { state: 'retrying', error: { code: 'telegramUnavailable', description: '' } } as const
      await reportBot({ req, botId: bot.id, report: { secretVersion, ...away } })
      expect(await read()).toMatchObject({ state: 'removing', isRemoving: true })
      await reportBot({ req, botId: bot.id, report: { secretVersion, ...report } })
      expect(await read()).toMatchObject({ state: 'waitingForToken', sealedToken: null, telegramBotId: null })
    }
  })
})
