/** Waits for a task, but not longer than that: a shutdown must end. */
export const within = async (limitMs: number, task: Promise<unknown>): Promise<void> => {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, limitMs)
  await Promise.race([task, late]).finally(() => clearTimeout(timer))
}
