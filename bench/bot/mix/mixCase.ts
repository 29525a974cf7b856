import type { Webhook } from '../botCase.ts'

/** A learner as the load knows them. `at`: the number of their next update in the script. */
export type MixLearner = { telegramId: number; at: number }

/** One of the bots that are compared under the mixed load, running. */
export type MixCase = {
  webhook: Webhook
  /** The processes whose CPU time is the case's, children included. */
  pids: number[]
  /** Enrolled anew, each where the script has them begin. */
  freshLearners: () => Promise<MixLearner[]>
  /** The learner's next update, as Telegram words it. */
  updateOf: (learner: MixLearner) => string
  /** Facts in the database by type; undefined: the bot keeps nothing. */
  countFacts?: () => Promise<Record<string, number>>
  stop: () => Promise<void>
}
