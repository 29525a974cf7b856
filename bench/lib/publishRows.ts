import { writeFile } from 'node:fs/promises'

import type { Row } from './rows.ts'

const digits = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)

const cellsOf = (row: Row): string[] => [
  row.case,
  digits(row.ours),
  digits(row.reference),
  digits(row.ratio),
  row.spread.map(digits).join(' – '),
  row.aim === null ? '' : `≥ ${row.aim}`,
  row.met === null ? '' : row.met ? 'yes' : 'NO',
]

const table = (rows: Row[]): string => {
  const lines = [['case', 'ours', 'reference', 'ratio', 'spread', 'aim', 'met'], ...rows.map(cellsOf)]
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const format = (line: string[]) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column] ?? 0)))
  const [head = [], ...body] = lines.map((line) => format(line).join('  ').trimEnd())
  return [head, '-'.repeat(head.length), ...body].join('\n')
}

/** Prints the rows as a table, and writes them to the file if one was asked for. */
export const publishRows = async (rows: Row[], json: string | undefined): Promise<void> => {
  console.log(`\n${table(rows)}\n`)
  if (json !== undefined) await writeFile(json, `${JSON.stringify({ rows }, null, 2)}\n`)
}
