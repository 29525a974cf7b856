import type { TelegramTransport } from '../bot/telegramTransport.ts'
import type { Pace } from './createPace.ts'

export type SendTally = {
  /** Tells that pace of what is sent from now on. */
  tell: (pace: Pick<Pace, 'count' | 'freeze'>) => void
  /** One message that is about to be sent has taken its turn. */
  except: (bot: string) => void
  /** A transport whose calls are counted. */
  around: (transport: TelegramTransport) => TelegramTransport
}

const sends = /^(send(?!ChatAction)|copy|forward|edit)/

const botOf = (token: string): string => token.slice(0, token.indexOf(':'))

/**
 * Counts what bots send without having asked: answers to learners never wait, and cost no question to Redis. What was
 * counted is told together, once in a while; while Redis is away nobody sends in bulk, and nobody has to know.
 */
export const createSendTally = ({ tellMs }: { tellMs: number }): SendTally => {
  const sent = new Map<string, number>()
  let pace: Pick<Pace, 'count' | 'freeze'> | undefined
  let timer: NodeJS.Timeout | undefined

  const tellAll = (): void => {
    timer = undefined
    const counted = new Map([...sent].filter(([, messages]) => messages > 0))
    sent.clear()
    if (counted.size > 0) pace?.count(counted).catch(() => undefined)
  }
  const add = (bot: string, messages: number): void => {
    if (pace === undefined) return
    sent.set(bot, (sent.get(bot) ?? 0) + messages)
    timer ??= setTimeout(tellAll, tellMs).unref()
  }

  return {
    tell: (to) => void (pace = to),
    except: (bot) => add(bot, -1),
    around: (transport) => ({
      ...transport,
      call: async (token, method, payload, signal) => {
        if (sends.test(method)) add(botOf(token), 1)
        const answer = await transport.call(token, method, payload, signal)
        if (!answer.ok && answer.error_code === 429)
          pace?.freeze(botOf(token), (answer.parameters?.retry_after ?? 1) * 1000).catch(() => undefined)
        return answer
      },
    }),
  }
}
