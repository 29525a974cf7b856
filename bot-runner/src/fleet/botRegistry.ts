import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { describeError } from '../describeError.ts'
import type { Logger } from '../logger.ts'
import { repeat } from '../repeat.ts'

export type BotRegistry = {
  /** Resolves with the first complete list; until the CMS gives one it is asked again and again. */
  start: () => Promise<void>
  stop: () => Promise<void>
  isLoaded: () => boolean
  find: (key: string) => RunnerBot | undefined
  findById: (botId: string) => RunnerBot | undefined
  all: () => Iterable<RunnerBot>
  /** Takes in a record that came another way; older ones than the known are passed over. */
  put: (bot: RunnerBot) => void
}

type Options = {
  client: Pick<RunnerClient, 'listBots'>
  log: Logger
  pollMs: number
  /** How far each question reaches back, for rows that were committed after their `changedAt`. */
  overlapMs: number
}

/** Each question overlaps the one before, so most answers are known; two changes may share a millisecond. */
const isNews = (bot: RunnerBot, known: RunnerBot): boolean => {
  const difference = Date.parse(bot.changedAt) - Date.parse(known.changedAt)
  return difference > 0 || (difference === 0 && JSON.stringify(bot) !== JSON.stringify(known))
}

/** The bots as the CMS knows them. A record is replaced, never changed: its identity stands for its content. */
export const createBotRegistry = ({ client, log, pollMs, overlapMs }: Options): BotRegistry => {
  const byKey = new Map<string, RunnerBot>()
  const byId = new Map<string, RunnerBot>()
  let changedAfter: string | undefined
  let wasReachable = true

  const put = (bot: RunnerBot) => {
    const known = byKey.get(bot.key)
    if (known !== undefined && !isNews(bot, known)) return
    byKey.set(bot.key, bot)
    byId.set(bot.id, bot)
  }

  const poll = async (): Promise<void> => {
    try {
      const { bots, now } = await client.listBots(changedAfter === undefined ? {} : { changedAfter })
      bots.forEach(put)
      if (changedAfter === undefined) log.info({ bots: byKey.size }, 'bots are known')
      else if (!wasReachable) log.info('the CMS answers again')
      changedAfter = new Date(Date.parse(now) - overlapMs).toISOString()
      wasReachable = true
    } catch (error) {
      if (wasReachable) log.warn({ error: describeError(error) }, 'the CMS does not list the bots; asking on')
      wasReachable = false
    }
  }

  const polling = repeat(poll, pollMs)

  return {
    start: () => polling.until(() => changedAfter !== undefined),
    stop: polling.stop,
    isLoaded: () => changedAfter !== undefined,
    find: (key) => byKey.get(key),
    findById: (botId) => byId.get(botId),
    all: () => byKey.values(),
    put,
  }
}
