/**
 * Runs a task again and again, `pauseMs` after its end, until stopped. The task handles its own errors.
 * `until` starts it and resolves once the condition holds after a run, or when stopped; the runs go on.
 */
export const repeat = (task: () => Promise<void>, pauseMs: number) => {
  let isStopped = false
  let wake: (() => void) | undefined
  let running: Promise<void> | undefined

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const run = async (afterEach: () => void): Promise<void> => {
    while (!isStopped) {
      await task()
      afterEach()
      if (!isStopped) await pause()
    }
  }

  return {
    until: async (isDone: () => boolean): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>()
      running = run(() => {
        if (isDone()) resolve()
      })
      await Promise.race([promise, running])
    },
    stop: async (): Promise<void> => {
      isStopped = true
      wake?.()
      await running
    },
  }
}
