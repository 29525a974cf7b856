import * as facts from './20261122_000100_facts.ts'
import * as initial from './20261122_000000_initial.ts'

export const migrations = [
  { name: '20261122_000000_initial', up: initial.up, down: initial.down },
  { name: '20261122_000100_facts', up: facts.up, down: facts.down },
]
