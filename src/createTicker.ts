import type { Logger } from 'pino'

const idleMs = 500

/**
 * Does some work over and over: at once while there is more, else every 500 ms or when nudged. An outage is said
 * once, and waited for.
 *
 * @param work one slice of it; answers whether there may be more
 * @param name of what works, for the log
 */
export const createTicker = (options: { work: () => Promise<boolean>; name: string; logger: Logger }) => {
  const { work, name, logger } = options
  let isStopped = false
  let isNudged = false
  let wake = () => {}

  const rest = async () => {
    if (!isNudged && !isStopped) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, idleMs)
      wake = resolve
      await promise
      clearTimeout(timer)
    }
    isNudged = false
  }

  const run = async () => {
    let isFailing = false
    while (!isStopped) {
      const hasMore = await work().catch((error: unknown) => {
        // Said once per outage, not twice a second.
        if (!isFailing && !isStopped) logger.error({ err: error }, `${name} cannot work; it keeps trying`)
        isFailing = true
        return undefined
      })
      if (hasMore !== undefined && isFailing) logger.info(`${name} works again`)
      if (hasMore !== undefined) isFailing = false
      if (!hasMore) await rest()
    }
  }

  const finished = run()
  return {
    nudge: () => {
      isNudged = true
      wake()
    },
    stop: async () => {
      isStopped = true
      wake()
      await finished
    },
  }
}
