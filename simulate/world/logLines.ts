type Line = { level?: number; msg?: string; err?: { message?: string } }

const errorLevel = 50

/** What a process has logged of errors, each once, with how often. */
export const errorLines = (output: string): { line: string; count: number }[] => {
  const counts = new Map<string, number>()
  for (const text of output.split('\n')) {
    let line: Line
    try {
      line = JSON.parse(text) as Line
    } catch {
      continue
    }
    if ((line.level ?? 0) < errorLevel) continue
    const words = [line.msg, line.err?.message].filter(Boolean).join(': ')
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([line, count]) => ({ line, count }))
}
