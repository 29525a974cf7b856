import path from 'node:path'

import { SignJWT } from 'jose'
import { Pool } from 'pg'

import { openSession } from '../src/operations/identities/openSession.system.ts'
import { coursesCount, fillCourses } from './api/fillCourses.ts'
import { measurePublishing } from './api/measurePublishing.ts'
import { measureSearch } from './search/measureSearch.ts'
import { seedTemplate } from './bot/seedTemplate.ts'
import { startStockPayload } from './bot/startStockPayload.ts'
import { openBenchDatabases } from './lib/benchDatabases.ts'
import { startBenchProcess } from './lib/benchProcess.ts'
import { closedLoop, openLoop } from './lib/load.ts'
import { createPostClient } from './lib/postClient.ts'
import { productEnv, redisUrlOf } from './lib/productEnv.ts'
import { publishRows } from './lib/publishRows.ts'
import { readOptions } from './lib/readOptions.ts'
import { compareRounds } from './lib/rows.ts'
import { runBench } from './lib/runBench.ts'
import { runRounds } from './lib/runRounds.ts'
import { quantile } from './lib/spread.ts'

/** `npm run bench -- api`: what the platform API costs against what one would write by hand. docs/guides/bench.md */
const { json, rounds, seconds, profile } = readOptions()
const here = import.meta.dirname
const inFlight = 32
const tokenKey = 'k'.repeat(32)

type Target = {
  port: number
  method?: string
  paths: string[]
  headers?: string
  body?: () => string
  /** Each path is asked once; by this, what came of it is taken back before the next measurement. */
  undo?: () => Promise<unknown>
}

/** Asks one after another of the paths, for ever. */
const createLoad = ({ port, method = 'GET', paths, headers = '', body, undo }: Target) => {
  const client = createPostClient(port)
  let next = 0
  const act = async () => {
    if (undo !== undefined && next === paths.length)
      throw new Error(`${method}: no path is left; take fewer seconds`)
    const path = paths[next++ % paths.length]!
    const status = await client.send(method, path, headers, body?.())
    if (status !== 200) throw new Error(`${method} ${path} was answered with ${status}`)
  }
  return { act, close: client.close }
}

const measure = async (target: Target) => {
  await target.undo?.()
  const { act, close } = createLoad(target)
  const { perSecond } = await closedLoop(act, { inFlight, seconds })
  const { latencies } = await openLoop(act, { perSecond: perSecond / 2, seconds })
  close()
  return { perSecond, p95: quantile(latencies, 0.95) }
}

await runBench(async ({ say, onEnd }) => {
  const databases = await openBenchDatabases()
  onEnd(databases.close)
  say('a stock Payload, built by Next')
  const stock = await startStockPayload(databases)
  const stockWeb = await stock.start()
  onEnd(stockWeb.stop)
  say(`${coursesCount.toLocaleString('en')} published courses`)
  const databaseUrl = await databases.create('api', await seedTemplate(databases))
  const client = await databases.connect(databaseUrl)
  const { rows: seeded } = await client.query<{ userId: string; courseId: string; stepId: string }>(
    `SELECT c.creator_id AS "userId", c.id AS "courseId", s.id AS "stepId" FROM courses c JOIN steps s ON s.course_id = c.id`,
  )
  const { userId = '', courseId = '' } = seeded[0] ?? {}
  const courses = await fillCourses(client)
  // Whoever learns has a Telegram account.
  await client.query(`UPDATE users SET telegram_id = 1 WHERE id = $1`, [userId])
  const undo = () => client.query(`DELETE FROM enrollments`)
  const env: Record<string, string> = {
    ...productEnv({ databaseUrl, redisUrl: redisUrlOf(2) }),
    RATE_LIMIT_PER_MINUTE: '100000000',
    PORT: '0',
  }
  const startWeb = async (name: string) => {
    const nodeArgs =
      profile === undefined
        ? []
        : ['--cpu-prof', `--cpu-prof-name=${name}.cpuprofile`, `--cpu-prof-dir=${profile}`]
    const web = await startBenchProcess(path.join(here, '../src/server.ts'), { env, nodeArgs })
    onEnd(web.stop)
    return web
  }
  const web = await startWeb('web')
  const hand = await startBenchProcess(path.join(here, 'api/handWritten.process.ts'), {
    args: [databaseUrl, tokenKey],
  })
  onEnd(hand.stop)

  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  const session = await openSession(pool, {
    ...{ userId, courseId: null, device: null },
    secret: env.PAYLOAD_SECRET ?? '',
  }).finally(() => pool.end())
  const bearer = `authorization: Bearer ${session.token}\r\n`
  const handToken = await new SignJWT({ userId })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(tokenKey))
  const login = await fetch(`http://127.0.0.1:${stockWeb.port}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ann@example.org', password: 'correct horse battery' }),
  })
  const { token: stockToken } = (await login.json()) as { token: string }

  const few = courses.slice(0, 100)
  const stepIds = seeded.map(({ stepId }) => stepId)
  const stockPath = [`/api/courses/${stock.courseId}`]
  let title = 0
  const body = () => JSON.stringify({ title: `A title ${title++}` })
  const targets: Record<string, Target> = {
    'ours cold': { port: web.port, paths: courses.map((id) => `/api/v1/courses/${id}`) },
    'hand cold': { port: hand.port, paths: courses.map((id) => `/cold/${id}`) },
    'ours warm': { port: web.port, paths: few.map((id) => `/api/v1/courses/${id}`) },
    'hand warm': { port: hand.port, paths: few.map((id) => `/warm/${id}`) },
    stock: { port: stockWeb.port, paths: stockPath },
    'ours signed in': {
      port: web.port,
      paths: few.map((id) => `/api/v1/courses/${id}`),
      headers: bearer,
    },
    'stock signed in': {
      port: stockWeb.port,
      paths: stockPath,
      headers: `authorization: JWT ${stockToken}\r\n`,
    },
    'ours enrolling': {
      ...{ port: web.port, method: 'POST', headers: bearer, undo },
      paths: courses.map((id) => `/api/v1/courses/${id}/enroll`),
    },
    'hand enrolling': {
      ...{ port: hand.port, method: 'POST', headers: `authorization: Bearer ${handToken}\r\n`, undo },
      paths: courses.map((id) => `/enroll/${id}`),
    },
    'ours write': {
      port: web.port,
      method: 'PUT',
      paths: stepIds.map((id) => `/api/v1/courses/${courseId}/steps/${id}`),
      headers: bearer,
      body,
    },
    'hand write': {
      port: hand.port,
      method: 'PUT',
      paths: stepIds.map((id) => `/steps/${id}`),
      headers: `authorization: Bearer ${handToken}\r\n`,
      body,
    },
  }
  const cases = Object.fromEntries(
    Object.entries(targets).map(([name, target]) => [name, () => measure(target)]),
  )
  say('warming up')
  for (const target of Object.values(targets)) {
    await target.undo?.()
    const { act, close } = createLoad(target)
    await closedLoop(act, { inFlight, seconds: 2 })
    close()
  }
  await databases.settle()
  const measured = await runRounds(rounds, cases, (round, name, { perSecond, p95 }) =>
    say(
      `round ${round + 1} ${name}: ${perSecond.toFixed(0)}/s, p95 ${p95.toFixed(2)} ms at half of that rate`,
    ),
  )
  say('publishing, until another process shows it')
  const other = await startWeb('other')
  const seen = await measurePublishing({
    client,
    publishing: { port: web.port, token: session.token },
    reading: { port: other.port },
    courseId,
    times: rounds,
  })
  await Promise.all([web.stop(), other.stop(), hand.stop(), stockWeb.stop()])
  const search = await measureSearch({ databases, rounds, seconds, say, onEnd, index: 3 })
  const rates = (name: string) => measured[name]!.map(({ perSecond }) => perSecond)
  const p95s = (name: string) => measured[name]!.map(({ p95 }) => p95)
  const rate = (what: string, ours: string, reference: string, aim: number) =>
    compareRounds({ case: `requests/s, ${what}`, ours: rates(ours), reference: rates(reference), aim })
  const late = (what: string, ours: string, reference: string) =>
    compareRounds({
      case: `p95 ms at half the rate, ${what}`,
      ours: p95s(ours),
      reference: p95s(reference),
    })
  await publishRows(
    [
      rate('a course that is not remembered, against Express and pg', 'ours cold', 'hand cold', 0.8),
      rate('a remembered one, against Express with such a Map', 'ours warm', 'hand warm', 0.7),
      rate('a remembered one, against stock Payload', 'ours warm', 'stock', 10),
      rate('signed in, against stock Payload with its JWT', 'ours signed in', 'stock signed in', 5),
      rate('enrolling, against raw SQL', 'ours enrolling', 'hand enrolling', 0.5),
      rate('changing a step, against raw SQL', 'ours write', 'hand write', 0.5),
      compareRounds({
        case: 'one second against ms from publishing to seen elsewhere',
        ours: seen.map(() => 1000),
        reference: seen,
        aim: 1,
      }),
      late('a course that is not remembered', 'ours cold', 'hand cold'),
      late('a remembered one', 'ours warm', 'hand warm'),
      late('signed in', 'ours signed in', 'stock signed in'),
      late('enrolling', 'ours enrolling', 'hand enrolling'),
      late('changing a step', 'ours write', 'hand write'),
      ...search,
    ],
    json,
  )
})
