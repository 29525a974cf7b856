import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { encodeTap } from '../../src/lesson/callbackData.ts'
import type { Release } from '../../src/lesson/engine/release.ts'
import { addLearners, removeLearners } from '../bot/addLearners.ts'
import type { BotCase, Webhook } from '../bot/botCase.ts'
import { activeCount, createPicker, firstTelegramId, type Learner } from '../bot/scene.ts'
import { stepTemplates } from '../bot/stepTemplates.ts'
import type { BenchDatabases } from '../lib/benchDatabases.ts'
import { startBenchProcess, type BenchProcess } from '../lib/benchProcess.ts'
import { productEnv, redisUrlOf } from '../lib/productEnv.ts'
import type { Sink } from '../lib/startSink.ts'
import { copyBots } from './copyBots.ts'
import { spreadLearners } from './spreadLearners.ts'

const root = path.join(import.meta.dirname, '../..')
const readyLimitMs = 10 * 60_000
/** Where Telegram would deliver: nobody listens, the load goes to the runners' ports. */
const publicUrl = 'https://bots.example'

export type FleetCase = BotCase & {
  /** Seconds until every bot was set up and looked at. */
  setUpSeconds: number
  /** Resident memory of the runner, in MB. */
  runnerMegabytes: () => number
  /** Another runner of the same installation. */
  startRunner: () => Promise<BenchProcess>
}

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** The product with so many bots on one runner, each with a course and its share of a thousand learners. */
export const startFleet = async (options: {
  index: number
  bots: number
  template: string
  databases: BenchDatabases
  sink: Sink
}): Promise<FleetCase> => {
  const { index, bots, template, databases, sink } = options
  const databaseUrl = await databases.create(`fleet_${bots}`, template)
  const client = await databases.connect(databaseUrl)
  const installation = productEnv({ databaseUrl, redisUrl: redisUrlOf(index) })
  const env = {
    ...installation,
    PORT: '0',
    RUNNER_PORT: '0',
    RUNNER_PUBLIC_URL: publicUrl,
    TELEGRAM_API_ROOT: sink.url,
  }
  await copyBots(client, { count: bots, tokenKeys: installation.TOKEN_KEYS ?? '' })
  const web = await startBenchProcess(path.join(root, 'src/server.ts'), { env })
  const startRunner = () =>
    startBenchProcess(path.join(root, 'bot-runner/src/main.ts'), {
      env: { ...env, CMS_URL: `http://127.0.0.1:${web.port}` },
    })
  const startedAt = performance.now()
  const runner = await startRunner()

  const waitUntilSettled = async () => {
    const deadline = Date.now() + readyLimitMs
    for (;;) {
      const { rows } = await client.query<{ left: number }>(
        `SELECT (SELECT count(*) FROM bots WHERE state <> 'live' OR checked_at IS NULL)::int
              + (SELECT count(*) FROM outbox)::int AS left`,
      )
      if (rows[0]?.left === 0) return
      if (Date.now() > deadline) throw new Error(`${rows[0]?.left} bots and tasks are not settled`)
      await pause(500)
    }
  }
  await waitUntilSettled()
  const setUpSeconds = (performance.now() - startedAt) / 1000

  const { webhooks } = await sink.state()
  const secrets = new Map(webhooks.map(({ url, secret }) => [new URL(url).pathname, secret]))
  const { rows: keys } = await client.query<{ key: string }>('SELECT key FROM bots ORDER BY telegram_bot_id')
  const routes = keys.map(({ key }): Webhook => {
    const address = `/tg/${key}`
    return { port: runner.port, path: address, secret: secrets.get(address) ?? '' }
  })

  const { rows: releases } = await client.query<{
    id: string
    number: number
    courseId: string
    content: Omit<Release, 'id' | 'number'>
  }>(
    `SELECT r.id, r.number::int, r.content FROM releases r JOIN bots b ON b.course_id = r.course_id
     ORDER BY b.telegram_bot_id LIMIT 1`,
  )
  const [row] = releases
  if (row === undefined) throw new Error('the course is not published')
  const release: Release = { id: row.id, number: row.number, ...row.content }
  const now = new Date().toISOString()

  return {
    setUpSeconds,
    webhookOf: ({ telegramId }: Learner) => routes[(telegramId - firstTelegramId) % routes.length]!,
    pids: [web.pid, runner.pid],
    freshLearners: async () => {
      await removeLearners(client)
      await addLearners(client, {
        release,
        templates: stepTemplates(release, now),
        count: activeCount,
        now,
      })
      await spreadLearners(client)
      return createPicker(activeCount)()
    },
    nextData: ({ position }) => encodeTap({ action: 'next', version: position + 2 }),
    countCompleted: async () => {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM facts WHERE type = 'step_completed'`,
      )
      return rows[0]?.count ?? 0
    },
    runnerMegabytes: () => residentMegabytes(runner.pid),
    startRunner,
    stop: async () => {
      await runner.stop()
      await web.stop()
    },
  }
}
