import { describe, expect, it } from 'vitest'

import { readEnv } from '../../src/env.ts'
import { mark, type AccessTarget } from '../factories/accessTargets.ts'
import { createUser } from '../factories/createUser.ts'
import { accessAttempts } from '../helpers/accessAttempts.ts'
import { actors } from '../helpers/accessActors.ts'
import { accessScene } from '../helpers/accessScene.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { payloadActors, payloadAttempt, type PayloadActor } from '../helpers/payloadAccessAttempts.ts'
import { payloadAccessTable } from '../helpers/payloadAccessTable.ts'
import { nameOf, payloadRoutes } from '../helpers/payloadRoutes.ts'
import { snapshotTables } from '../helpers/snapshotTables.ts'
import { undoCommits } from '../helpers/undoCommits.ts'

/** Where the product believes itself to be (see `getTestPayload`). */
const ownOrigin = readEnv().PUBLIC_URL

describe('access', () => {
  const scene = accessScene()
  const { given, rest } = scene
  const { reads, writes } = accessAttempts(scene)

  it('should cover every collection that has an API', () => {
    const { payload, targets } = given()
    const open = Object.values(payload.collections)
      .filter(({ config }) => config.endpoints !== false)
      .map(({ config }) => config.slug)
    expect(targets.map(({ slug }) => slug).toSorted()).toEqual(open.toSorted())
    expect(targets.every(({ id }) => /^[0-9a-f-]{36}$/.test(id))).toBe(true)
  })

  it('should let the author see what is theirs, so that the refusals below mean something', async () => {
    const { stack, author, targets } = given()
    for (const slug of [
      'courses',
      'steps',
      'media',
      'bots',
      'botRequests',
      'enrollments',
      'progress',
      'assignments',
      'submissionFiles',
      'ratings',
      'releases',
      'notices',
    ] as const) {
      const { id } = targets.find((target) => target.slug === slug) as AccessTarget
      const { status, body } = await callWeb(stack, 'GET', `/${slug}/${id}`, { token: author.token })
      expect({ slug, status, id: body.id }).toEqual({ slug, status: 200, id })
    }
  })

  it.each(actors)('should show %s nothing of another author, whichever way they ask', async (actor) => {
    const { targets } = given()
    const wrong: string[] = []
    for (const target of targets) {
      for (const [name, outcome] of Object.entries(reads(actor, target))) {
        const { status, text } = await outcome
        const isEmpty = status === 200 && !text.includes(mark) && !text.includes(target.id) && !/"totalDocs":[1-9]/.test(text)
        if (!isEmpty && ![401, 403, 404].includes(status)) wrong.push(`${target.slug}: ${name}: ${status} ${text.slice(0, 300)}`)
        if (text.includes(mark)) wrong.push(`${target.slug}: ${name} leaks`)
      }
    } // prettier-ignore
    expect(wrong).toEqual([])
  })

  it.each(actors)('should let %s change nothing of another author', async (actor) => {
    const { payload, targets } = given()
    const before = await snapshotTables(payload)
    const wrong: string[] = []
    for (const target of targets) {
      for (const [name, act] of Object.entries(writes(actor, target))) {
        const { status, text } = await act()
        // A change of many that reaches none is a success with nothing in it.
        const isEmpty = status === 200 && /"docs":\[\]/.test(text) && /"errors":\[\]/.test(text)
        if (!isEmpty && ![400, 401, 403, 404].includes(status)) wrong.push(`${target.slug}: ${name}: ${status} ${text.slice(0, 300)}`)
        if (text.includes(mark)) wrong.push(`${target.slug}: ${name} leaks`)
      }
    } // prettier-ignore
    expect(wrong).toEqual([])
    expect(await snapshotTables(payload)).toEqual(before)
  })

  it('should show an author the history of their course and steps', async () => {
    const { stack, author, targets } = given()
    for (const { slug, id, version } of targets.filter(({ version }) => version !== undefined)) {
      const { body } = await callWeb<{ totalDocs: number }>(stack, 'GET', `/${slug}/versions?where[parent][equals]=${id}`, { token: author.token })
      expect(body.totalDocs, slug).toBeGreaterThan(0)
      const { status } = await callWeb(stack, 'GET', `/${slug}/versions/${version}`, { token: author.token })
      expect(status, slug).toBe(200)
    }
  }) // prettier-ignore

  it.each(actors)('should let %s reorder nobody else’s steps', async (actor) => {
    const { payload, course } = given()
    const before = await snapshotTables(payload)
    const [one, two] = await Promise.all(
      course.steps.map(({ id }) => payload.findByID({ collection: 'steps', id, showHiddenFields: true })),
    )
    const order = (step: typeof one) =>
      (step as { _steps_steps_order?: string } | undefined)?._steps_steps_order
    for (const target of [{ id: two?.id, key: order(two) }, { id: two?.id }]) {
      const { status, text } = await rest(actor, 'POST', '/reorder', {
        collectionSlug: 'steps',
        docsToMove: [one?.id],
        newKeyWillBe: 'greater',
        orderableFieldName: '_steps_steps_order',
        target,
      })
      // Without a key Payload gives places to steps that have none; here there is none to move.
      if (target.key !== undefined) expect([401, 403, 404]).toContain(status)
      expect(text).not.toContain(mark)
    }
    expect(await snapshotTables(payload)).toEqual(before)
  })

  it('should refuse the course’s endpoints to everybody else', async () => {
    const { payload, people, course, token } = given()
    const before = await snapshotTables(payload)
    const { id } = course.course
    for (const actor of actors) {
      for (const [method, path, body] of [
        ['GET', 'publishing'],
        ['POST', 'publish'],
        ['POST', 'unpublish'],
        ['POST', 'archive'],
        ['POST', 'restore'],
        ['GET', 'bot'],
        ['POST', 'bot', { token }],
        ['PATCH', 'bot', { isPaused: true }],
        ['DELETE', 'bot'],
        ['POST', 'bot/request'],
        ['DELETE', 'bot/request'],
        ['POST', 'bot/proof'],
        ['POST', 'bot/relink'],
        ['POST', 'bot/rotate'],
        ['POST', 'transfer', { email: people.creator.email }],
      ] as const) {
        const { status, text } = await rest(actor, method, `/courses/${id}/${path}`, body)
        expect([actor, path, [401, 404].includes(status)]).toEqual([actor, path, true])
        expect(text).not.toContain(mark)
      }
    }
    expect(await snapshotTables(payload)).toEqual(before)
  })

  it('should have a rule for every route of Payload’s, and no rule without one', () => {
    const known = payloadRoutes(given().payload.config).map(nameOf)
    expect([...payloadAccessTable.keys()].toSorted()).toEqual(known.toSorted())
  })

  it('should answer each as the table of Payload’s routes says', async () => {
    const { payload, people, author } = given()
    const admin = await createUser(payload, { role: 'admin' })
    const tokens: Partial<Record<PayloadActor, string>> = Object.fromEntries(
      Object.entries({ ...people, owner: author, admin }).map(([actor, { token }]) => [actor, token]),
    )
    const answers = new Map<string, string>()
    await undoCommits(payload, async () => {
      for (const route of payloadRoutes(payload.config)) {
        const asked: string[] = []
        for (const actor of payloadActors)
          asked.push(await payloadAttempt(scene, route, { token: tokens[actor] }))
        answers.set(nameOf(route), asked.join(''))
      }
    })
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(payloadAccessTable))
  })

  it('should see nobody behind an administrator’s cookie that comes from another site, on every route that changes something', async () => {
    const { payload } = given()
    const admin = await createUser(payload, { role: 'admin' })
    const routes = payloadRoutes(payload.config).filter(({ method }) => method !== 'GET')
    const answersTo = async (origin: string) => {
      const headers = { cookie: `payload-token=${admin.token}`, origin }
      const answers: [name: string, answer: string][] = []
      for (const route of routes)
        answers.push([nameOf(route), await payloadAttempt(scene, route, { headers })])
      return answers
    }
    const rulesFor = (actor: PayloadActor) =>
      routes.map((route) => [
        nameOf(route),
        payloadAccessTable.get(nameOf(route))?.[payloadActors.indexOf(actor)],
      ])
    const refusedOf = (answers: (string | undefined)[][]) =>
      answers.flatMap(([name, answer]) => (answer === '-' ? [name] : []))
    const before = await snapshotTables(payload)
    for (const origin of ['https://evil.example', 'null', `${ownOrigin}.evil.example`])
      expect(await answersTo(origin), origin).toEqual(rulesFor('nobody'))
    expect(await snapshotTables(payload)).toEqual(before)
    const own = await undoCommits(payload, () => answersTo(ownOrigin))
    expect(refusedOf(own)).toEqual(refusedOf(rulesFor('admin')))
  })
})
