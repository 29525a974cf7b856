import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath, URL } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

// What is no longer in the sources shall not stay in the package.
rmSync(here('dist'), { recursive: true, force: true })
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const compiled = spawnSync(process.execPath, [compiler, '--project', here('tsconfig.build.json')], {
  stdio: 'inherit',
})
if (compiled.status !== 0) process.exit(1)
// The page is served as it is written: no compiler sees it.
cpSync(here('src/ui/page'), here('dist/ui/page'), {
  recursive: true,
  filter: (source) => !source.includes('.test.'),
})
chmodSync(here('dist/main.js'), 0o755)
