import type { Learner } from './scene.ts'

export type Webhook = { port: number; path: string; secret: string }

/** One of the bots that are compared, running. */
export type BotCase = {
  /** Where Telegram delivers this learner's updates: to the bot that they learn in. */
  webhookOf: (learner: Learner) => Webhook
  /** The processes whose CPU time is the case's, children included. */
  pids: number[]
  /** Learners with at least some steps before them. */
  freshLearners: () => Promise<Learner[]>
  /** What the button Next below a learner's step carries. */
  nextData: (learner: Learner) => string
  /** Completed steps in the database; undefined: the bot keeps nothing. */
  countCompleted?: () => Promise<number>
  stop: () => Promise<void>
}
