import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { apiRoutes } from '../../src/api/apiRoutes.ts'
import { createUser } from '../factories/createUser.ts'
import { apiCalls, openApiSession, type ApiRefusal } from '../helpers/apiCalls.ts'
import { auditedActs } from '../helpers/auditedActs.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

describe('the platform API and those who mean it no good', () => {
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

  const signIn = async (role: 'student' | 'creator' = 'creator') => {
    const person = await createUser(payload, { role })
    return { ...person, api: await openApiSession(payload, person.user.id) }
  }
  const statusOf = async (token: string) => (await call('GET', '/users/profile', { token })).status

  it('should sign out everywhere whose password is changed', async () => {
    const { user, token, api } = await signIn()
    const others = [api, await openApiSession(payload, user.id)]
    expect(await Promise.all(others.map(statusOf))).toEqual([200, 200])
    const body = { password: 'another long password' }
    expect((await callWeb(web, 'PATCH', `/users/${user.id}`, { token, body })).status).toBe(200)
    expect(await Promise.all(others.map(statusOf))).toEqual([401, 401])
    const left = 'SELECT count(*)::int AS count FROM sessions WHERE user_id = $1 AND revoked_at IS NULL'
    expect((await payload.db.pool.query(left, [user.id])).rows).toEqual([{ count: 0 }])
  })

  it('should sign out wherever else an account may be open that loses its Telegram account', async () => {
    const { user, api } = await signIn()
    const other = await openApiSession(payload, user.id)
    await payload.db.pool.query('UPDATE users SET telegram_id = 4711 WHERE id = $1', [user.id])
    expect(await statusOf(other)).toBe(200)
    expect((await call('DELETE', '/users/telegram-link', { token: api })).status).toBe(204)
    expect([await statusOf(api), await statusOf(other)]).toEqual([200, 401])
  })

  it('should say what keeps a Telegram account from being unlinked', async () => {
    const { user, api } = await signIn()
    await payload.db.pool.query('UPDATE users SET telegram_id = 4712, email = NULL WHERE id = $1', [user.id])
    const { status, body } = await call<ApiRefusal>('DELETE', '/users/telegram-link', { token: api })
    expect([status, body.error.code]).toEqual([409, 'addressNeeded'])
  })

  it('should make a creator once of whoever makes several courses at once, and none of a moderator', async () => {
    const { user, api } = await signIn('student')
    const make = () => call('POST', '/courses', { token: api, body: { title: 'At once' } })
    const made = await Promise.all([make(), make(), make()])
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(await auditedActs(payload, 'roleChanged', user.id)).toHaveLength(1)

    const moderator = await signIn('student')
    expect(await statusOf(moderator.api)).toBe(200)
    await payload.db.pool.query(`UPDATE users SET role = 'moderator' WHERE id = $1`, [moderator.user.id])
    const refused = await call('POST', '/courses', { token: moderator.api, body: { title: 'No' } })
    expect(refused.status).toBe(403)
    expect(await auditedActs(payload, 'roleChanged', moderator.user.id)).toEqual([])
    const { totalDocs } = await payload.count({
      collection: 'courses',
      where: { creator: { equals: moderator.user.id } },
    })
    expect(totalDocs).toBe(0)
  })

  it('should show nobody a picture that is somebody else’s', async () => {
    const { user, api } = await signIn()
    const stranger = await createUser(payload)
    const { rows } = await payload.db.pool.query<{ id: string }>(
      `INSERT INTO media (creator_id, filename, updated_at, created_at) VALUES ($1, $2, now(), now()) RETURNING id`,
      [stranger.user.id, `secret-${user.id}.png`],
    )
    const thumbnail = rows[0]?.id ?? ''
    const course = await call<{ id: string }>('POST', '/courses', { token: api, body: { title: 'Mine' } })
    for (const id of [thumbnail, randomUUID()])
      expect(
        await call<ApiRefusal>('PUT', `/courses/${course.body.id}`, { token: api, body: { thumbnail: id } }),
      ).toMatchObject({
        status: 422,
        body: { error: { details: { problems: [{ path: 'body.thumbnail' }] } } },
      })
    await payload.db.pool.query('UPDATE courses SET thumbnail_id = $2 WHERE id = $1', [
      course.body.id,
      thumbnail,
    ])
    const read = await call<{ thumbnail: unknown }>('GET', `/courses/${course.body.id}`, { token: api })
    expect(read.body.thumbnail).toBeNull()
  })

  it('should name what is wrong with a request in plain words, in the person’s language', async () => {
    const { api } = await signIn()
    const headers = { 'accept-language': 'ru' }
    const body = { title: '', tags: [1], price: -1, language: 'xx', nonsense: true }
    const wrong = await call<ApiRefusal>('POST', '/courses', { token: api, body, headers })
    const problems = wrong.body.error.details?.problems ?? []
    expect(Object.fromEntries(problems.map(({ path, message }) => [path, message]))).toMatchObject({
      'body.title': 'Нужен хотя бы 1 знак.',
      'body.tags.0': 'Здесь нужен текст.',
      'body.price': 'Нужно 0 или больше.',
      body: 'Ничего с таким именем нет: nonsense.',
    })
    for (const { message } of problems) expect(message).toMatch(/^[А-ЯЁ][^a-z]*?[а-яё]/)
    const none = await call<ApiRefusal>('POST', '/courses', { token: api, headers })
    expect(none.body.error.details?.problems?.[0]).toEqual({
      path: 'body',
      message: 'Это обязательное поле.',
    })
    const plain = await fetch(`${web.webUrl}/api/v1/courses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api}`, 'content-type': 'text/plain' },
      body: '{"title":"A"}',
    })
    expect([plain.status, ((await plain.json()) as ApiRefusal).error.code]).toEqual([415, 'bodyNotJson'])
  })

  it('should say in which part of a request it stands what is wrong', async () => {
    const { api: token } = await signIn()
    const faulty = async (method: string, path: string, more: Parameters<typeof call>[2] = {}) => {
      const { status, body } = await call<ApiRefusal>(method, path, { token, ...more })
      return [status, body.error.code, body.error.details?.problems?.map((problem) => problem.path)]
    }
    const keyed = { body: { title: 'A' }, headers: { 'idempotency-key': 'two words' } }
    expect(await faulty('GET', '/courses/none')).toEqual([422, 'inputInvalid', ['path.courseId']])
    expect(await faulty('GET', '/courses/%ZZ')).toEqual([400, 'inputInvalid', ['path']])
    for (const limit of ['0', '0x10', '1e1', ' 5', ''])
      expect(await faulty('GET', `/users/courses?limit=${limit}`)).toEqual([
        ...[422, 'inputInvalid'],
        ['query.limit'],
      ])
    for (const list of ['/users/courses', '/users/learning', '/courses', '/media', '/assignments'])
      expect(await faulty('GET', `${list}?nonsense=1`)).toEqual([422, 'inputInvalid', ['query']])
    expect(await faulty('POST', '/courses', keyed)).toEqual([
      ...[422, 'inputInvalid'],
      ['header.Idempotency-Key'],
    ])
    expect(await faulty('POST', '/courses', { body: {} })).toEqual([422, 'inputInvalid', ['body.title']])
    const unkeepable = { title: 'A\0', tags: ['fine', '\ud83d'], description: 'fine' }
    expect(await faulty('POST', '/courses', { body: unkeepable })).toEqual([
      ...[422, 'inputInvalid'],
      ['body.title', 'body.tags.1'],
    ])
    const { body: course } = await call<{ id: string }>('POST', '/courses', { token, body: { title: 'A' } })
    const steps = `/courses/${course.id}/steps`
    const late = { title: 'A', stepType: 'assignment', assignment: { dueAt: '0000-01-01T00:00:00Z' } }
    expect(await faulty('POST', steps, { body: late })).toEqual([
      ...[422, 'inputInvalid'],
      ['body.assignment.dueAt'],
    ])
    const conditions = [{ kind: 'completion', step: course.id, state: 'done' }]
    const astray = { title: 'A', unlockConditions: { op: 'all', show: 'greyed', conditions } }
    expect(await faulty('POST', steps, { body: astray })).toEqual([
      ...[422, 'unlockStepUnknown'],
      ['body.unlockConditions'],
    ])
    const raw = async (body: string, headers: Record<string, string>) => {
      const authorization = `Bearer ${token}`
      const init = { method: 'POST', body, headers: { authorization, ...headers } }
      const answer = await fetch(`${web.webUrl}/api/v1/courses`, init)
      const { error } = (await answer.json()) as ApiRefusal
      return [answer.status, error.code, error.details?.problems?.[0]?.path]
    }
    const type = 'application/json'
    expect(await raw('{"title":', { 'content-type': type })).toEqual([400, 'inputInvalid', 'body'])
    for (const headers of [
      { 'content-type': `${type}; charset=latin1` },
      { 'content-type': type, 'content-encoding': 'zstd2' },
    ] as Record<string, string>[])
      expect(await raw('{"title":"A"}', headers)).toEqual([415, 'bodyNotJson', undefined])
  })

  it('should say which methods a path takes, of each one that there is', async () => {
    const asked = async (method: string, path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${web.webUrl}/api/v1${path}`, { method, headers })
      const text = await answer.text()
      const code = text === '' ? null : (JSON.parse(text) as Partial<ApiRefusal>).error?.code
      return { status: answer.status, allow: answer.headers.get('allow'), code }
    }
    const id = randomUUID()
    const paths = Map.groupBy(apiRoutes, ({ path }) => path.replaceAll(/\{\w+\}/g, id))
    expect(paths.size).toBeGreaterThan(30)
    for (const [path, routes] of paths) {
      const taken = routes.map(({ method }) => method.toUpperCase())
      const { status, allow } = await asked('OPTIONS', path)
      expect([path, status, allow?.split(', ').toSorted()]).toEqual([
        ...[path, 204],
        [...taken, ...(taken.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted(),
      ])
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => !taken.includes(name)))
        expect([path, await asked(method, path)]).toEqual([
          path,
          { status: 405, allow, code: 'methodNotAllowed' },
        ])
    }
    expect((await asked('HEAD', '/courses')).status).toBe(200)
    expect((await asked('HEAD', '/auth/logout')).status).toBe(405)
    expect(await asked('PUT', '/openapi.json')).toMatchObject({ status: 405, allow: 'GET, HEAD, OPTIONS' })
    for (const method of ['GET', 'PUT', 'OPTIONS'])
      expect([method, await asked(method, '/no/path')]).toEqual([
        method,
        { status: 404, allow: null, code: 'notFound' },
      ])
    // A browser's question is no call: what follows it says why it is refused.
    const question = { origin: web.webUrl, 'access-control-request-method': 'PUT' }
    expect((await asked('OPTIONS', '/no/path', question)).status).toBe(204)
  })

  it('should give a remembered answer to nobody who may not have it any more', async () => {
    const author = await signIn()
    const colleague = await signIn()
    const course = await call<{ id: string }>('POST', '/courses', {
      token: author.api,
      body: { title: 'Ours' },
    })
    const setTeam = (coAuthors: string[]) =>
      payload.update({ collection: 'courses', id: course.body.id, data: { coAuthors } })
    await setTeam([colleague.user.id])
    const send = async (token: string, path: string, body: unknown) => {
      const answer = await call<ApiRefusal & { id: string }>('POST', path, {
        ...{ token, body, headers: { 'idempotency-key': 'remembered' } },
      })
      return [answer.status, answer.body.error?.code ?? answer.body.id]
    }
    const addStep = (token: string) => send(token, `/courses/${course.body.id}/steps`, { title: 'Once' })
    const first = await addStep(colleague.api)
    expect(first[0]).toBe(201)
    expect(await addStep(colleague.api)).toEqual(first)
    // Of everybody else the same key is another one.
    expect(await addStep((await signIn()).api)).toEqual([404, 'courseNotFound'])
    const theirs = await addStep(author.api)
    expect([theirs[0], theirs[1] === first[1]]).toEqual([201, false])
    const atBot = await openApiSession(payload, colleague.user.id, course.body.id)
    expect(await addStep(atBot)).toEqual([403, 'accountNeeded'])
    await setTeam([])
    expect(await addStep(colleague.api)).toEqual([404, 'courseNotFound'])

    await call('POST', '/auth/logout', { token: colleague.api })
    expect(await addStep(colleague.api)).toEqual([401, 'unauthenticated'])
    const make = (token: string) => send(token, '/courses', { title: 'Mine' })
    const mine = await make(author.api)
    expect(await make(await openApiSession(payload, author.user.id))).toEqual(mine)
    await payload.db.pool.query(`UPDATE users SET role = 'moderator' WHERE id = $1`, [author.user.id])
    expect(await make(await openApiSession(payload, author.user.id))).toEqual([404, 'courseNotFound'])
    await payload.db.pool.query('UPDATE users SET is_active = false WHERE id = $1', [author.user.id])
    expect(await make(await openApiSession(payload, author.user.id))).toEqual([401, 'unauthenticated'])
  })

  it('should refuse what would keep the process busy: nested without end, links without end', async () => {
    const { api } = await signIn()
    const course = await call<{ id: string }>('POST', '/courses', { token: api, body: { title: 'Busy' } })
    const steps = `/courses/${course.body.id}/steps`
    const deep = (count: number): string => `${'{"a":['.repeat(count)}${']}'.repeat(count)}`
    for (const count of [150, 20_000]) {
      const response = await fetch(`${web.webUrl}/api/v1${steps}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${api}`, 'content-type': 'application/json' },
        body: `{"title":"Deep","unlockConditions":${deep(count)}}`,
      })
      const { error } = (await response.json()) as ApiRefusal
      expect([response.status, error.code]).toEqual([422, 'bodyTooDeep'])
    }
    const links = await call<ApiRefusal>('POST', steps, {
      token: api,
      body: { title: 'Links', content: '[a](b'.repeat(20_000) },
    })
    expect([links.status, links.body.error.details?.problems?.[0]?.path]).toEqual([422, 'body.content'])
    const many = '[a](https://example.org) '.repeat(900)
    expect((await call('POST', steps, { token: api, body: { title: 'Many', content: many } })).status).toBe(201) // prettier-ignore
  })
})
