import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

describe('what a course’s bot hears of its course', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
  })

  const read = (id: string) => payload.findByID({ collection: 'courses', id, joins: false })
  const botRows = async (botId: string) =>
    (await payload.count({ collection: 'outbox', where: { subject: { equals: botId }, topic: { equals: 'bot' } } })).totalDocs // prettier-ignore

  it('should tell the bot of a change, whichever path it takes', async () => {
    const { author, bot, course } = await buildTaughtCourse(payload)
    const { token, user } = author
    const { currentRelease } = await read(course.id)
    const { id } = course
    const admin = { collection: 'courses', id } as const
    const paths: Record<string, () => Promise<unknown>> = {
      'local API': () => payload.update({ ...admin, data: { title: 'Changed locally' } }),
      'local API with a person': () => payload.update({ ...admin, data: { description: 'Changed with rights, and long.' }, overrideAccess: false, user }),
      'local API of a few fields': () => payload.update({ ...admin, data: { title: 'Changed, little asked' }, select: {} }),
      'local API, many': () => payload.update({ collection: 'courses', where: { id: { equals: id } }, data: { title: 'Changed many' } }),
      REST: () => callApi('PATCH', `/courses/${id}?select[createdAt]=true&depth=2`, { token, body: { title: 'Changed over REST' } }),
      'REST, many': () => callApi('PATCH', `/courses?where[id][equals]=${id}`, { token, body: { title: 'Changed over REST again' } }),
      unpublish: () => callApi('POST', `/courses/${id}/unpublish`, { token }),
      'direct currentRelease': () => payload.update({ ...admin, data: { currentRelease: null } }),
      'currentRelease again': () => payload.update({ ...admin, data: { currentRelease, isPublished: true } }),
      archive: () => callApi('POST', `/courses/${id}/archive`, { token }),
      restore: () => callApi('POST', `/courses/${id}/restore`, { token }),
      publish: () => callApi('POST', `/courses/${id}/publish`, { token }),
      pause: () => callApi('PATCH', `/courses/${id}/bot`, { token, body: { isPaused: true } }),
    }
    for (const [name, change] of Object.entries(paths)) {
      const before = await botRows(bot.id)
      const { changedAt } = (await payload.findByID({ collection: 'bots', id: bot.id, showHiddenFields: true }))
      await change()
      expect([name, await botRows(bot.id)]).toEqual([name, before + 1])
      const after = await payload.findByID({ collection: 'bots', id: bot.id, showHiddenFields: true })
      expect(Date.parse(after.changedAt)).toBeGreaterThanOrEqual(Date.parse(changedAt))
    }
    // Learners hear of the unpublishing, and of the archiving of what was published again; of nothing else.
    const farewells = { subject: { equals: bot.id }, topic: { equals: 'farewell' } } as const
    expect((await payload.count({ collection: 'outbox', where: farewells })).totalDocs).toBe(2)
    const before = await botRows(bot.id)
    await callApi('PATCH', `/courses/${id}`, { token, body: { tags: ['of no interest'] } })
    await callApi('POST', `/courses/${id}/publish`, { token })
    expect(await botRows(bot.id)).toBe(before)
  }) // prettier-ignore

  it('should write its row in the change’s own transaction', async () => {
    const { author, bot, course } = await buildTaughtCourse(payload)
    const before = await botRows(bot.id)
    const change = async (title: string) => {
      const req = await createLocalReq({ user: author.user }, payload)
      await initTransaction(req)
      await payload.update({ collection: 'courses', id: course.id, data: { title }, req })
      // From outside nothing is to be seen before the commit.
      expect(await botRows(bot.id)).toBe(before)
      return req
    }
    await killTransaction(await change('Never committed'))
    expect([await botRows(bot.id), (await read(course.id)).title]).toEqual([before, course.title])
    await commitTransaction(await change('Committed'))
    expect([await botRows(bot.id), (await read(course.id)).title]).toEqual([before + 1, 'Committed'])
  })
})
