import fc from 'fast-check'
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import config from '../../payload.config.ts'
import { catchFailures } from '../../src/gateway/failureResponse.ts'
import { restHandler } from '../../src/gateway/restHandler.ts'
import { graphqlHandler } from '../../src/graphql/graphqlHandler.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { hostileDocumentOf } from '../helpers/hostileDocuments.ts'
import { hostileRequestOf, type HostileRequest } from '../helpers/hostileRequests.ts'
import { nameOf, payloadRoutes } from '../helpers/payloadRoutes.ts'
import { snapshotTables } from '../helpers/snapshotTables.ts'
import { undoCommits } from '../helpers/undoCommits.ts'

/** The same requests in every run; `FAST_CHECK_SEED` asks for others. */
const seed = Number(process.env.FAST_CHECK_SEED ?? 20_261_127)
/** How often each route is asked, and by whom. */
const runs = { nobody: 1, student: 1, creator: 3, admin: 4 }
type Actor = keyof typeof runs
const actors = Object.keys(runs) as Actor[]
const foreign = 'https://evil.example'

type GraphqlAnswer = {
  data?: Record<string, unknown> | null
  errors?: { message: string; extensions?: { statusCode?: number; code?: unknown } }[]
}

/** What nobody is to be told: where our programs lie, and what they ask the database. */
const isLeak = (text: string): boolean => /node_modules|Failed query|\bat .*\.[jt]s:\d/.test(text)

describe('Payload’s own routes, asked for anything', () => {
  let payload: Payload
  let tokens: Record<Actor, string | undefined>
  let known: string[]
  let courseId: string
  const rest = restHandler(config)
  const graphql = catchFailures(graphqlHandler(config))

  beforeAll(async () => {
    payload = await getTestPayload()
    const admin = await createUser(payload, { role: 'admin' })
    const student = await createUser(payload, { role: 'student' })
    const { author, course, steps } = await buildCourse(payload, { isPublished: true })
    const file = await pngFile('picture.png')
    const media = await payload.create({ collection: 'media', data: { alt: 'A picture', creator: author.user.id }, file })
    tokens = { nobody: undefined, student: student.token, creator: author.token, admin: admin.token }
    courseId = course.id
    known = [course.id, steps[0]?.id ?? '', author.user.id, media.id, media.filename ?? '']
  }) // prettier-ignore
  afterAll(() => payload.destroy())

  const signedIn = (actor: Actor): Record<string, string> =>
    tokens[actor] === undefined ? {} : { authorization: `JWT ${tokens[actor]}` }
  const cookie = () => `payload-token=${tokens.admin}`

  const askGraphql = async (query: string, headers: Record<string, string>): Promise<GraphqlAnswer> => {
    const request = new Request('http://localhost:3000/api/graphql', {
      method: 'POST',
      body: JSON.stringify({ query }),
      headers: { 'content-type': 'application/json', ...headers },
    })
    const text = await (await graphql(request)).text()
    expect(isLeak(text), `${query}\n${text}`).toBe(false)
    return JSON.parse(text) as GraphqlAnswer
  }
  const readSchema = async (): Promise<GraphQLSchema> => {
    // In production the schema is not told.
    vi.stubEnv('NODE_ENV', 'test')
    const { data } = await askGraphql(getIntrospectionQuery(), {})
    vi.unstubAllEnvs()
    return buildClientSchema(data as unknown as IntrospectionQuery)
  }
  const rootsOf = (schema: GraphQLSchema) =>
    (['query', 'mutation'] as const).flatMap((kind) => {
      const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
      return Object.values(root?.getFields() ?? {}).map((field) => ({ kind, field }))
    })

  /** Why this is no answer of ours, nor one of Payload's own. */
  const faultOf = async (answer: Response): Promise<string | null> => {
    const text = await answer.text()
    const fault = `${answer.status} ${text.slice(0, 300)}`
    if (answer.status >= 500 || isLeak(text)) return fault
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
    if (answer.status < 400) return isJson && text === '' ? fault : null
    const { error } = JSON.parse(text) as { error?: Record<string, unknown> }
    const isWhole = [error?.code, error?.message, error?.requestId].every((part) => typeof part === 'string')
    return isWhole ? null : fault
  }
  const send = ({ method, url, body, headers }: HostileRequest, actor: Actor) =>
    rest(
      new Request(`http://localhost:3000/api${url}`, {
        method,
        body,
        headers: { 'x-request-id': 'fuzz', ...headers, ...signedIn(actor) },
      }),
    )

  it('should never fail of themselves', async () => {
    const wrong: string[] = []
    await undoCommits(payload, async () => {
      for (const [place, route] of payloadRoutes(payload.config).entries()) {
        const request = hostileRequestOf(payload.config, route, known)
        for (const [number, actor] of actors.entries()) {
          const asked = fc.sample(request, { seed: seed + place * actors.length + number, numRuns: runs[actor] })
          for (const one of asked) {
            const fault = await faultOf(await send(one, actor)).catch(String)
            if (fault !== null) wrong.push(`${actor}, ${nameOf(route)}: ${JSON.stringify(one).slice(0, 1000)}\n${fault}`)
          }
        }
      }
    })
    expect(wrong).toEqual([])
  }) // prettier-ignore

  it('should never fail of themselves by GraphQL', async () => {
    const wrong: string[] = []
    await undoCommits(payload, async () => {
      for (const [place, { kind, field }] of rootsOf(await readSchema()).entries()) {
        const document = hostileDocumentOf(kind, field, known)
        for (const [number, actor] of actors.entries()) {
          const asked = fc.sample(document, { seed: seed + place * actors.length + number, numRuns: Math.ceil(runs[actor] / 2) })
          for (const query of asked) {
            const { errors = [] } = await askGraphql(query, signedIn(actor))
            const fault = errors.find(({ extensions }) => (extensions?.statusCode ?? 0) >= 500)
            if (fault !== undefined) wrong.push(`${actor}: ${query.slice(0, 1000)}\n${fault.message}`)
          }
        }
      }
    })
    expect(wrong).toEqual([])
  }) // prettier-ignore

  it('should have left everybody signed in who asked', async () => {
    for (const actor of actors) {
      const { data } = await askGraphql('{ meUser { user { id } } }', signedIn(actor))
      expect([actor, data?.meUser]).toEqual([
        actor,
        actor === 'nobody' ? { user: null } : { user: { id: expect.any(String) as string } },
      ])
    }
  })

  it('should see nobody behind an administrator’s cookie that comes from another site, in any mutation', async () => {
    const before = await snapshotTables(payload)
    const schema = await readSchema()
    for (const { kind, field } of rootsOf(schema).filter(({ kind }) => kind === 'mutation')) {
      for (const query of fc.sample(hostileDocumentOf(kind, field, known), { seed, numRuns: 2 })) {
        const answer = await askGraphql(query, { cookie: cookie(), origin: foreign })
        expect(answer, query).toEqual(await askGraphql(query, {}))
      }
    }
    const remove = `mutation { deleteCourse(id: "${courseId}") { id } }`
    const refused = await askGraphql(remove, { cookie: cookie(), origin: foreign })
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'forbidden', statusCode: 403 })
    expect(await snapshotTables(payload)).toEqual(before)
    await undoCommits(payload, async () => {
      const own = await askGraphql(remove, { cookie: cookie(), origin: payload.config.csrf[0] ?? '' })
      expect(own.data?.deleteCourse).toEqual({ id: courseId })
    })
  })
})
