import { openBenchDatabases } from './lib/benchDatabases.ts'
import { publishRows } from './lib/publishRows.ts'
import { readOptions } from './lib/readOptions.ts'
import { runBench } from './lib/runBench.ts'
import { measureSearch } from './search/measureSearch.ts'

/** `npm run bench -- search`: the catalogue's search over 100,000 courses and over 1,000. docs/guides/bench.md */
const { json, rounds, seconds } = readOptions()

await runBench(async ({ say, onEnd }) => {
  const databases = await openBenchDatabases()
  onEnd(databases.close)
  await publishRows(await measureSearch({ databases, rounds, seconds, say, onEnd }), json)
})
