import { describe, expect, it } from 'vitest'

import { mark } from '../factories/accessTargets.ts'
import { createUser } from '../factories/createUser.ts'
import { actors } from '../helpers/accessActors.ts'
import { accessScene } from '../helpers/accessScene.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { waitFor } from '../helpers/waitFor.ts'

describe('what nobody else is told', () => {
  const { given, tokenOf, leaksInLogs } = accessScene()

  it('should tell nothing of a hidden field by filtering, sorting or selecting it', async () => {
    const { stack, author, course } = given()
    const { bot } = course
    const guesses = [
      ['bots', 'sealedToken', 'like', bot.sealedToken?.slice(0, 8), 'nothing'],
      ['bots', 'key', 'equals', bot.key, 'nothing'],
      ['bots', 'secretVersion', 'greater_than', '0', '99'],
      ['courses', 'bot.sealedToken', 'like', bot.sealedToken?.slice(0, 8), 'nothing'],
      ['courses', 'creator.hash', 'exists', 'true', 'false'],
      ['courses', 'creator.resetPasswordToken', 'exists', 'true', 'false'],
      ['users', 'hash', 'exists', 'true', 'false'],
      ['users', 'salt', 'like', 'a', 'nothing'],
      ['enrollments', 'state.view', 'equals', 'step', 'nothing'],
      ['enrollments', 'user.telegramId', 'equals', '4003', '1'],
      ['enrollments', 'user.firstName', 'like', mark, 'nothing'],
      ['progress', 'user.telegramId', 'equals', '4003', '1'],
    ] as const
    for (const [slug, field, operator, hit, miss] of guesses) {
      const ask = (value: string | undefined) =>
        callWeb<{ totalDocs?: number }>(stack, 'GET', `/${slug}?where[${field}][${operator}]=${value}`, { token: author.token })
      const [right, wrong] = [await ask(hit), await ask(miss)]
      expect([slug, field, right.status < 500]).toEqual([slug, field, true])
      expect([slug, field, right.status, right.body.totalDocs]).toEqual([slug, field, wrong.status, wrong.body.totalDocs])
    }
    for (const path of [
      '/bots?sort=sealedToken',
      '/bots?select[sealedToken]=true&select[key]=true&showHiddenFields=true',
      '/courses?sort=bot.sealedToken',
      `/courses/${course.course.id}?depth=4&joins[bot][limit]=5&joins[bot][sort]=sealedToken`,
      `/courses/${course.course.id}?joins[bot][where][sealedToken][like]=v1`,
      '/users?select[hash]=true&select[salt]=true&showHiddenFields=true&sort=hash',
    ]) {
      const { status, body } = await callWeb(stack, 'GET', path, { token: author.token })
      const text = JSON.stringify(body)
      expect([path, status < 500]).toEqual([path, true])
      expect(text).not.toContain(bot.sealedToken)
      expect(text).not.toContain(bot.key)
      expect(text).not.toMatch(/"(hash|salt|sealedToken|resetPasswordToken)":/)
    }
    const { body } = await callWeb(stack, 'POST', '/graphql', { token: author.token, body: { query: '{ Bots { docs { id sealedToken key secretVersion applied } } }' } })
    expect(body.data).toEqual({ Bots: { docs: [{ id: bot.id, sealedToken: null, key: null, secretVersion: null, applied: null }] } })
  }) // prettier-ignore

  it('should populate nothing that the person may not read by itself', async () => {
    const { stack, author, people, targets } = given()
    const { body } = await callWeb<{ docs: { user: unknown }[] }>(stack, 'GET', '/enrollments?depth=4', { token: author.token })
    expect(body.docs).toHaveLength(2)
    for (const { user } of body.docs) expect(user).toBeTypeOf('string')

    const media = targets.find(({ slug }) => slug === 'media')?.id
    const { token: own } = people.creator
    const title = 'With a stolen picture'
    const refused = await callWeb(stack, 'POST', '/courses', { token: own, body: { title, thumbnail: media } })
    expect(refused.status).toBe(400)
    const made = await callWeb<{ doc: { id: string } }>(stack, 'POST', '/courses', { token: own, body: { title } })
    await given().payload.db.pool.query('UPDATE courses SET thumbnail_id = $2 WHERE id = $1', [made.body.doc.id, media])
    const seen = await callWeb(stack, 'GET', `/courses/${made.body.doc.id}?depth=4`, { token: own })
    expect(JSON.stringify(seen.body)).not.toContain(mark)
    expect((await callWeb(stack, 'DELETE', `/courses/${made.body.doc.id}`, { token: own })).status).toBe(200)
  }) // prettier-ignore

  it.each(actors)('should give %s no file of another author', async (actor) => {
    const { stack, payload, author, targets } = given()
    const media = await payload.findByID({ collection: 'media', id: targets.find(({ slug }) => slug === 'media')?.id ?? '' })
    const mediaName = media.filename ?? ''
    for (const name of [mediaName, media.sizes?.thumbnail?.filename ?? mediaName, `../${mediaName}`, '..%2f..%2fpackage.json']) {
      const response = await fetch(`${stack.webUrl}/api/media/file/${name}`, {
        headers: actor === 'nobody' ? {} : { authorization: `JWT ${tokenOf(actor)}` },
      })
      expect([name, response.ok]).toEqual([name, false])
      expect(response.status).toBeLessThan(500)
    }
    const own = await fetch(`${stack.webUrl}/api/media/file/${mediaName}`, { headers: { authorization: `JWT ${author.token}` } })
    expect(own.status).toBe(200)
    await own.arrayBuffer()
  }) // prettier-ignore

  it('should put a bot’s token into no answer and no log line', async () => {
    const { stack, payload, author, course, token } = given()
    const admin = await createUser(payload, { role: 'admin' })
    const secret = token.split(':')[1] ?? ''
    const { id } = course.course
    const answers: string[] = []
    const ask = async (method: string, path: string, options: Parameters<typeof callWeb>[3] = {}) => {
      const { body } = await callWeb(stack, method, path, options)
      answers.push(JSON.stringify(body))
      return body
    }
    // The bot comes to life, is refused, and its token is pasted again: each leaves traces.
    const stateOf = async () => (await ask('GET', `/courses/${id}/bot`, { token: author.token })).state
    await waitFor('the bot to be live', async () => (await stateOf()) === 'live')
    await stack.emulator.addFault({ bot: 'access_bot', method: 'getMe', error_code: 401, times: 1 })
    await ask('POST', `/courses/${id}/bot`, { token: author.token, body: { token } })
    await waitFor('the token to be refused', async () => (await stateOf()) === 'needsRelink')
    await ask('POST', `/courses/${id}/bot`, { token: author.token, body: { token } })
    await waitFor('the bot to be live again', async () => (await stateOf()) === 'live')
    await ask('POST', `/courses/${id}/bot`, { token: author.token, body: { token: `${token}x` } })
    await ask('POST', `/courses/${id}/bot`, { token: author.token, body: { token: { nested: token } } })
    // What is asked comes back to who asked; the log keeps it out.
    await callWeb(stack, 'GET', `/courses?where[${token}][equals]=1`, { token: author.token })
    const person = await stack.emulator.createPerson({ first_name: 'Ann' })
    await stack.emulator.send('access_bot', person.id, '/start')
    await stack.emulator.waitForMessage('access_bot', person.id, ({ from }) => from.is_bot)

    const sealed = (await payload.findByID({ collection: 'bots', id: course.bot.id, showHiddenFields: true })).sealedToken ?? ''
    const open = ['bots', 'courses', 'courses/versions', 'steps', 'releases', 'outbox', 'deadLetters', 'enrollments', 'progress', 'users', 'payload-preferences']
    for (const who of [author, admin]) {
      for (const path of [...open.map((name) => `/${name}?depth=4&limit=100&showHiddenFields=true`), `/courses/${id}/publishing`, '/access', `/bots/${course.bot.id}?depth=4`])
        await ask('GET', path, { token: who.token })
    }
    for (const text of answers) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(sealed)
    }
    const runner = await ask('GET', '/runner/bots', { headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` } })
    expect(JSON.stringify(runner)).toContain(sealed)
    expect(JSON.stringify(runner)).not.toContain(secret)

    expect(stack.web.output()).toContain('request completed')
    expect(stack.runner.output()).toContain('a bot was set up')
    expect(await leaksInLogs()).toEqual([])
  }) // prettier-ignore
})
