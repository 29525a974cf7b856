import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'

import { Client } from 'pg'

import { adminDatabaseUrl, redisUrl, testEnv } from '../tests/helpers/testEnv.ts'
import { killServices } from './chaos/killServices.ts'
import { compareOutcomes } from './check/compareOutcomes.ts'
import { readOptions, type SimulationOptions } from './readOptions.ts'
import { simulate } from './simulate.ts'
import { tableOf } from './tableOf.ts'

/** `npm run simulate`: a month of learning, and what has to hold at its end. docs/guides/simulation.md */
const { json, ...options } = readOptions()
const startedAt = performance.now()
const say = (text: string) =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${text}`)

const askServer = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: adminDatabaseUrl() })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** In a database of its own, of PostgreSQL and of Redis. */
const run = async (chosen: SimulationOptions, redisDatabase: number) => {
  const name = `simulation_${randomBytes(4).toString('hex')}`
  const redis = new URL(redisUrl())
  redis.pathname = `/${redisDatabase}`
  await askServer(`CREATE DATABASE ${name}`)
  try {
    return await simulate(chosen, {
      env: { ...testEnv(name), REDIS_URL: redis.href, LOG_LEVEL: 'warn' },
      services: killServices({ postgres: adminDatabaseUrl(), redis: redis.href }),
      say,
    })
  } finally {
    await askServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

try {
  const calm = await run({ ...options, chaos: [] }, 1)
  let { invariants } = calm
  let crashed: typeof calm | null = null
  if (options.chaos.length > 0) {
    console.log(`\n${tableOf(invariants)}\n`)
    say('once more, with crashes')
    crashed = await run(options, 2)
    invariants = [
      ...invariants,
      ...crashed.invariants.map((row) => ({ ...row, name: `with crashes: ${row.name}` })),
      compareOutcomes(calm.outcome, crashed.outcome),
    ]
  }
  console.log(`\n${tableOf(invariants)}\n`)
  for (const { counts, seconds } of crashed === null ? [calm] : [calm, crashed])
    say(`${JSON.stringify(counts)} in ${seconds.toFixed(0)} s`)
  if (json !== undefined) {
    const runs = { calm: calm.counts, ...(crashed && { crashed: crashed.counts }) }
    await writeFile(json, `${JSON.stringify({ options, invariants, runs }, null, 2)}\n`)
  }
  if (invariants.some(({ broken }) => broken > 0)) process.exitCode = 1
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
// Whatever a failure left running ends with this process.
process.exit()
