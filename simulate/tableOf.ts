import type { Invariant } from './check/createVerdicts.ts'

/** The invariants as a table: what holds, how often it was looked at, and the first case in which it does not. */
export const tableOf = (invariants: readonly Invariant[]): string => {
  const lines = [
    ['invariant', 'checked', 'broken'],
    ...invariants.map(({ name, checked, broken }) => [name, String(checked), String(broken)]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const rows = lines.map(([name = '', ...numbers]) =>
    [
      name.padEnd(widths[0] ?? 0),
      ...numbers.map((text, place) => text.padStart(widths[place + 1] ?? 0)),
    ].join('  '),
  )
  const examples = invariants
    .filter(({ example }) => example !== null)
    .map(({ name, example }) => `✗ ${name}\n  ${example}`)
  return [rows[0], '-'.repeat(rows[0]?.length ?? 0), ...rows.slice(1), ...examples].join('\n')
}
