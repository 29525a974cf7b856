import { setTimeout as pause } from 'node:timers/promises'
import path from 'node:path'

import type { Release } from '../../src/lesson/engine/release.ts'
import type { BenchDatabases } from '../lib/benchDatabases.ts'
import { startBenchProcess } from '../lib/benchProcess.ts'
import { productEnv, redisUrlOf } from '../lib/productEnv.ts'
import type { Sink } from '../lib/startSink.ts'

const root = path.join(import.meta.dirname, '../..')
const readyLimitMs = 30_000

/**
 * The product as it runs in production: the web process and a bot-runner, with the sink as Telegram.
 * @param options.name of its database, and of its CPU profiles
 * @param options.index of the installation, from 1
 * @param options.template a database with one published course and its bot
 * @param options.profile a folder for CPU profiles
 */
export const startProduct = async (options: {
  name: string
  index: number
  template: string
  databases: BenchDatabases
  sink: Sink
  profile: string | undefined
}) => {
  const { name, index, template, databases, sink, profile } = options
  const databaseUrl = await databases.create(`ours_${name}`, template)
  const client = await databases.connect(databaseUrl)
  const env = {
    ...productEnv({ databaseUrl, redisUrl: redisUrlOf(index) }),
    PORT: '0',
    RUNNER_PORT: '0',
    TELEGRAM_API_ROOT: sink.url,
  }
  const nodeArgs = (of: string) =>
    profile === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-name=${of}-${name}.cpuprofile`, `--cpu-prof-dir=${profile}`]
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

  const { rows } = await client.query<{
    id: string
    number: number
    content: Omit<Release, 'id' | 'number'>
  }>('SELECT id, number::int, content FROM releases')
  const [row] = rows
  if (row === undefined) throw new Error('the course is not published')
  const release: Release = { id: row.id, number: row.number, ...row.content }

  return {
    client,
    release,
    webhook: { port: runner.port, path: new URL(url).pathname, secret },
    pids: [web.pid, runner.pid],
    stop: async () => {
      await runner.stop()
      await web.stop()
    },
  }
}
