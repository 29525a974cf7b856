import { randomInt } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

import type { JoinTestResponse } from '../../src/contracts/joinTest.ts'
import type { LearnerRelease } from '../../src/contracts/learnerRelease.ts'
import type { LessonEvent } from '../../src/contracts/lessonEvent.ts'
import type { RunnerActionsResponse, RunnerReceipt } from '../../src/contracts/runnerActions.ts'
import type { TestState } from '../../src/operations/courseTest/describeTest.ts'
import { processState } from '../../src/processState.ts'
import { buildAction, tap } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import type { SignedIn } from '../factories/createUser.ts'
import { callApi, getTestPayload } from './getTestPayload.ts'
import { startPayload } from './proveOwnership.ts'

type Taught = Awaited<ReturnType<typeof buildTaughtCourse>>
export type ActionResult = RunnerActionsResponse['results'][number]

/**
 * What a `describe` of course tests begins with: Payload, there from the first `beforeAll` on, and what creators and
 * testers do. The clock goes right again after each test.
 */
export const testerScene = () => {
  let loaded: Payload | undefined
  const payload = () => loaded ?? expect.fail('Payload is not loaded yet')
  beforeAll(async () => {
    loaded = await getTestPayload()
  })
  afterEach(() => {
    processState().clockOffsetMs = 0
  })
  afterAll(() => loaded?.destroy())

  const newPersonId = () => randomInt(1_000_000, 2 ** 40)
  const headers = { authorization: `Bearer ${process.env.RUNNER_SECRET}` }
  const call = <Body = TestState>(who: SignedIn | null, method: string, courseId: string, path = '') =>
    callApi<Body>(method, `/courses/${courseId}/test${path}`, { token: who?.token })
  const read = async ({ author, course }: Taught) => (await call(author, 'GET', course.id)).body
  const start = async ({ author, course }: Taught) => {
    const answer = await call(author, 'POST', course.id)
    expect(answer.status).toBe(200)
    return answer.body
  }
  const publish = ({ author, course }: Taught) =>
    callApi('POST', `/courses/${course.id}/publish`, { token: author.token })
  /** A course that nobody has published, with a bot whose owner is known. */
  const draft = async (options: Parameters<typeof buildTaughtCourse>[1] = {}) => {
    const taught = await buildTaughtCourse(payload(), { isPublished: false, ...options })
    await payload().update({ collection: 'bots', id: taught.bot.id, data: { username: `t${taught.bot.telegramBotId}_bot` } })
    return taught
  } // prettier-ignore
  const invite = async ({ author, course }: Taught) => {
    const { status, body } = await call<{ link: string; expiresAt: string }>(author, 'POST', course.id, '/invitation')
    expect(status).toBe(200)
    return startPayload(body.link).replace(/^test_/, '')
  } // prettier-ignore
  const join = async (code: string, personId: number, botId: string | null = null) => {
    const person = { id: personId, firstName: 'Tess', lastName: 'Ter', username: 'tess', languageCode: 'en' }
    const body = { botId, code, person }
    return (await callApi<JoinTestResponse>('POST', '/runner/tests/join', { headers, body })).body
  }
  const send = async (personId: number, { bot }: Taught, event?: LessonEvent, receipts: RunnerReceipt[] = []) => {
    const action = buildAction({ botId: bot.id, telegramUserId: personId, event })
    const { status, body } = await callApi<RunnerActionsResponse>('POST', '/runner/actions', { headers, body: { actions: [action], receipts } })
    expect(status).toBe(200)
    return { ...(body.results[0] as ActionResult), updateId: action.updateId }
  } // prettier-ignore
  const versionOf = ({ effects }: Pick<ActionResult, 'effects'>) =>
    effects.reduce((version, effect) => ('version' in effect ? effect.version : version), 0)
  const releaseOf = ({ effects }: Pick<ActionResult, 'effects'>) =>
    effects.flatMap((effect) => ('releaseId' in effect ? [effect.releaseId] : []))[0]
  const getRelease = (id = '') => callApi<LearnerRelease>('GET', `/runner/releases/${id}`, { headers })
  const count = async (table: string, { course }: Taught) =>
    Number((await payload().db.pool.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE course_id = $1`, [course.id])).rows[0]?.count) // prettier-ignore
  const tester = async (taught: Taught) => {
    const personId = newPersonId()
    expect(await join(await invite(taught), personId)).toMatchObject({ status: 'joined' })
    return personId
  }
  const linkCreator = async ({ author }: Taught) => {
    const telegramId = newPersonId()
    await payload().update({ collection: 'users', id: author.user.id, data: { telegramId } })
    return telegramId
  }
  /** Through the whole course, from its welcome to its end. */
  const learn = async (personId: number, taught: Taught) => {
    let shown = await send(personId, taught)
    shown = await send(personId, taught, tap('begin', versionOf(shown)))
    for (const _step of taught.steps) shown = await send(personId, taught, tap('next', versionOf(shown)))
    return shown
  }

  return {
    get payload() {
      return payload()
    },
    ...{ headers, call, read, start, publish, draft, invite, linkCreator },
    ...{ newPersonId, join, tester, send, learn, versionOf, releaseOf, getRelease, count },
  }
}
