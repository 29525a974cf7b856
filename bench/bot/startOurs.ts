import { setTimeout as pause } from 'node:timers/promises'
import path from 'node:path'

import { encodeTap } from '../../src/lesson/callbackData.ts'
import type { Release } from '../../src/lesson/engine/types.ts'
import type { BenchDatabases } from '../lib/benchDatabases.ts'
import { startBenchProcess } from '../lib/benchProcess.ts'
import { productEnv, redisUrlOf } from '../lib/productEnv.ts'
import type { Sink } from '../lib/startSink.ts'
import { addLearners, removeLearners } from './addLearners.ts'
import type { BotCase } from './botCase.ts'
import { activeCount, createPicker } from './scene.ts'

const root = path.join(import.meta.dirname, '../..')
const readyLimitMs = 30_000

/** A database with the published course and no learners, for `startOurs` to copy. */
export const seedOurs = async (databases: BenchDatabases): Promise<string> => {
  const databaseUrl = await databases.create('template')
  const env = productEnv({ databaseUrl, redisUrl: redisUrlOf(1) })
  const seeding = await startBenchProcess(path.join(import.meta.dirname, 'seedCourse.process.ts'), { env })
  await seeding.exited
  return databaseUrl
}

/**
 * The product as it runs in production: the web process and a bot-runner, with the sink as Telegram.
 * @param index of the installation, from 1
 * @param profile a folder for CPU profiles
 */
export const startOurs = async (options: {
  index: number
  learners: number
  template: string
  databases: BenchDatabases
  sink: Sink
  profile?: string
}): Promise<BotCase> => {
  const { index, learners, template, databases, sink, profile } = options
  const databaseUrl = await databases.create(`ours_${learners}`, template)
  const client = await databases.connect(databaseUrl)
  const env = {
    ...productEnv({ databaseUrl, redisUrl: redisUrlOf(index) }),
    PORT: '0',
    RUNNER_PORT: '0',
    TELEGRAM_API_ROOT: sink.url,
  }
  const nodeArgs = (name: string) =>
    profile === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-name=${name}-${learners}.cpuprofile`, `--cpu-prof-dir=${profile}`]
  const web = await startBenchProcess(path.join(root, 'src/server.ts'), { env, nodeArgs: nodeArgs('web') })
  const runner = await startBenchProcess(path.join(root, 'bot-runner/src/main.ts'), {
    env: { ...env, CMS_URL: `http://127.0.0.1:${web.port}` },
    nodeArgs: nodeArgs('runner'),
  })

  const findWebhook = async () => {
    for (const deadline = Date.now() + readyLimitMs; Date.now() < deadline; await pause(100)) {
      const { rowCount } = await client.query(`SELECT 1 FROM bots WHERE state = 'live'`)
      const { webhooks } = await sink.state()
      const found = webhooks.find(({ url }) => new URL(url).port === String(runner.port))
      if (found && rowCount === 1) return found
    }
    const { rows: bots } = await client.query('SELECT state, error_code, error_description FROM bots')
    throw new Error(`the bot does not go live: ${JSON.stringify(bots)}`)
  }
  const { url, secret } = await findWebhook()
  const webhook = { port: runner.port, path: new URL(url).pathname, secret }

  const { rows } = await client.query<{
    id: string
    number: number
    content: Omit<Release, 'id' | 'number'>
  }>('SELECT id, number::int, content FROM releases')
  const [row] = rows
  if (row === undefined) throw new Error('the course is not published')
  const release: Release = { id: row.id, number: row.number, ...row.content }
  const enrol = () =>
    addLearners(client, {
      courseId: release.courseId,
      release,
      count: learners,
      now: new Date().toISOString(),
    })
  await enrol()
  /** With few learners all are active: they begin anew. With many, others take their turn. */
  const isAllActive = learners === activeCount
  let pick = createPicker(learners)

  return {
    webhookOf: () => webhook,
    pids: [web.pid, runner.pid],
    freshLearners: async () => {
      if (isAllActive) {
        await removeLearners(client)
        await enrol()
        pick = createPicker(learners)
      }
      return pick()
    },
    // The welcome is the first view, the first step the second.
    nextData: ({ position }) => encodeTap({ action: 'next', version: position + 2 }),
    countCompleted: async () => {
      const { rows: counted } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM facts WHERE type = 'step_completed'`,
      )
      return counted[0]?.count ?? 0
    },
    stop: async () => {
      await runner.stop()
      await web.stop()
    },
  }
}
