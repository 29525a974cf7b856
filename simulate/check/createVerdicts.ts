export type Invariant = { name: string; checked: number; broken: number; example: string | null }

/** What has to hold, how often it was looked at, and the first case in which it did not. */
export const createVerdicts = () => {
  const rows = new Map<string, Invariant>()
  const rowOf = (name: string): Invariant => {
    const row = rows.get(name) ?? { name, checked: 0, broken: 0, example: null }
    rows.set(name, row)
    return row
  }
  return {
    /** @param example in words, for a case in which it does not hold */
    expect: (name: string, holds: boolean, example: () => string): void => {
      const row = rowOf(name)
      row.checked += 1
      if (holds) return
      row.broken += 1
      row.example ??= example()
    },
    rows: (): Invariant[] => [...rows.values()],
  }
}

export type Verdicts = ReturnType<typeof createVerdicts>
