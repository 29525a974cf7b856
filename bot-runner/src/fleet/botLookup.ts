import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { BotRegistry } from './botRegistry.ts'

const keyForm = /^[A-Za-z0-9_-]{1,64}$/

type Options = {
  client: Pick<RunnerClient, 'listBots'>
  registry: BotRegistry
  now: () => number
  /** How long and for how many keys it is remembered that there is no such bot. */
  absentMs: number
  maxAbsent: number
  /** Questions to the CMS: keys made up at random cost it no more than this. */
  maxPerSecond: number
}

/**
 * Finds a bot that the registry has not heard of yet, so that a new one works at once.
 * @throws {RetryLaterError} when it cannot be known now
 */
export const createBotLookup = (options: Options): ((key: string) => Promise<RunnerBot | undefined>) => {
  const { client, registry, now } = options
  const absentUntil = new Map<string, number>()
  const asking = new Map<string, Promise<RunnerBot | undefined>>()
  let second = 0
  let askedInSecond = 0

  const mayAsk = (): boolean => {
    const current = Math.floor(now() / 1000)
    if (current !== second) [second, askedInSecond] = [current, 0]
    return ++askedInSecond <= options.maxPerSecond
  }

  const ask = async (key: string): Promise<RunnerBot | undefined> => {
    try {
      const { bots } = await client.listBots({ key })
      bots.forEach(registry.put)
      const bot = registry.find(key)
      if (bot === undefined) {
        absentUntil.delete(key)
        absentUntil.set(key, now() + options.absentMs)
        if (absentUntil.size > options.maxAbsent) absentUntil.delete(absentUntil.keys().next().value!)
      }
      return bot
    } catch (cause) {
      throw new RetryLaterError('the CMS cannot be asked for the bot', { cause })
    } finally {
      asking.delete(key)
    }
  }

  return async (key) => {
    const known = registry.find(key)
    if (known !== undefined || !keyForm.test(key)) return known
    if ((absentUntil.get(key) ?? 0) > now()) return undefined
    const asked = asking.get(key)
    if (asked !== undefined) return asked
    if (!mayAsk()) throw new RetryLaterError('too many unknown bots at once')
    const question = ask(key)
    asking.set(key, question)
    return question
  }
}
