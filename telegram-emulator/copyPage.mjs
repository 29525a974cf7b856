import { chmodSync, cpSync, rmSync } from 'node:fs'
import { URL } from 'node:url'

// The page is served as it is written: no compiler sees it.
const page = new URL('./dist/ui/page/', import.meta.url)
rmSync(page, { recursive: true, force: true })
cpSync(new URL('./src/ui/page/', import.meta.url), page, {
  recursive: true,
  filter: (source) => !source.includes('.test.'),
})
chmodSync(new URL('./dist/main.js', import.meta.url), 0o755)
