import { afterAll, beforeAll, expect } from 'vitest'

import { applyActions } from '../../src/operations/applyActions/applyActions.system.ts'
import { accessTargets, mark } from '../factories/accessTargets.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { waitForBot } from '../factories/linkBot.ts'
import type { Actor } from './accessActors.ts'
import { callWeb } from './callWeb.ts'
import { getTestPayload } from './getTestPayload.ts'
import type { Outcome } from './refusal.ts'
import { startStack, type Stack } from './startStack.ts'
import { waitFor } from './waitFor.ts'

/** An author who has something in every collection, and the others who would like to have it. */
const prepare = async (stack: Stack) => {
  const payload = await getTestPayload()
  const author = await createUser(payload, { firstName: mark, telegramId: 4001 })
  const [student, creator, moderator, gone] = await Promise.all([
    createUser(payload, { role: 'student', telegramId: 4002 }),
    createUser(payload),
    createUser(payload, { role: 'moderator' }),
    createUser(payload),
  ])
  await payload.update({ collection: 'users', id: gone.user.id, data: { isActive: false } })
  const people: Record<Exclude<Actor, 'nobody'>, SignedIn> = {
    student,
    creator,
    moderator,
    deactivated: { ...gone, user: { ...gone.user, isActive: false } },
  }

  const { token } = await stack.emulator.createBot({ username: 'access_bot', name: 'Access' })
  const course = await buildTaughtCourse(payload, {
    author,
    token,
    course: { title: `${mark} course` },
    steps: [{ title: `${mark} step` }, { title: `${mark} second` }],
  })
  const { bot } = course
  // The student learns in the course too: what is theirs they see, what is another learner's not.
  const actions = [4002, 4003].map((telegramUserId) =>
    buildAction({ botId: bot.id, telegramUserId, learner: { firstName: `${mark} ${telegramUserId}` } }),
  )
  const begin = actions.map(({ learner }) =>
    buildAction({
      botId: bot.id,
      telegramUserId: learner.telegramUserId,
      event: { type: 'tap', tap: { action: 'begin', version: 1 } },
    }),
  )
  await applyActions({ payload, request: { actions, receipts: [] } })
  await applyActions({ payload, request: { actions: begin, receipts: [] } })

  // Until it is set up, rows change by themselves.
  await waitForBot(stack, author, course.course.id, 'live')
  const targets = await accessTargets(payload, { author, student, course })
  await waitFor('learners and ratings to be counted', async () => {
    const { studentsCount, ratingsCount } = await payload.findByID({
      collection: 'courses',
      id: course.course.id,
    })
    return studentsCount > 0 && ratingsCount === 1
  })
  return { stack, payload, author, people, course, token, targets }
}

/**
 * What a `describe` of access begins with. `given()` is there from the first `beforeAll` on; whatever the tests
 * did, no secret may stand in a log at their end.
 */
export const accessScene = () => {
  let stack: Stack | undefined
  let prepared: Awaited<ReturnType<typeof prepare>> | undefined
  const given = () => prepared ?? expect.fail('nothing is prepared yet')

  /** The names of the secrets that the processes have put into their logs. */
  const leaksInLogs = async (): Promise<string[]> => {
    const { payload, author, course, token } = given()
    const bot = await payload.findByID({ collection: 'bots', id: course.bot.id, showHiddenFields: true })
    const logs = given().stack.web.output() + given().stack.runner.output()
    const secrets = {
      token: token.split(':')[1],
      sealedToken: bot.sealedToken,
      runnerSecret: process.env.RUNNER_SECRET,
      password: author.password,
      session: author.token,
    }
    return Object.entries(secrets).flatMap(([name, secret]) => (logs.includes(secret ?? '') ? [name] : []))
  }

  beforeAll(async () => {
    stack = await startStack({ LOG_LEVEL: 'trace' })
    prepared = await prepare(stack)
  })
  afterAll(async () => {
    const leaks = prepared === undefined ? [] : await leaksInLogs()
    await stack?.stop()
    expect(leaks).toEqual([])
  })

  const tokenOf = (actor: Actor) => (actor === 'nobody' ? undefined : given().people[actor].token)
  const rest = async (actor: Actor, method: string, path: string, body?: unknown): Promise<Outcome> => {
    const answer = await callWeb(given().stack, method, path, { token: tokenOf(actor), body })
    return { status: answer.status, text: JSON.stringify(answer.body ?? '') }
  }
  const graphql = async (actor: Actor, query: string, variables = {}): Promise<Outcome> => {
    const { status, body } = await callWeb<{ data?: object | null; errors?: { message: string; extensions?: { statusCode?: number } }[] }>(
      given().stack, 'POST', '/graphql', { token: tokenOf(actor), body: { query, variables } },
    ) // prettier-ignore
    const [error] = body.errors ?? []
    return {
      status: error === undefined ? status : (error.extensions?.statusCode ?? 500),
      text: JSON.stringify(body),
    }
  }

  return { given, tokenOf, rest, graphql, leaksInLogs }
}

export type AccessScene = ReturnType<typeof accessScene>
