type BenchTools = {
  /** Tells how far the bench is, with the seconds since its start. */
  say: (text: string) => void
  /** Something to be closed in the end, whatever happens: what was opened last goes first. */
  onEnd: (close: () => Promise<void>) => void
}

/** Runs a bench to its end, and ends with it whatever a failure has left running. */
export const runBench = async (bench: (tools: BenchTools) => Promise<void>): Promise<never> => {
  const startedAt = performance.now()
  const say = (text: string) =>
    console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${text}`)
  const closers: (() => Promise<void>)[] = []
  try {
    await bench({ say, onEnd: (close) => void closers.unshift(close) })
  } catch (error) {
    console.error(error)
    process.exitCode = 1
  }
  for (const close of closers) await close().catch((error: unknown) => console.error(error))
  process.exit()
}
