import { z } from 'zod'

/** BullMQ queues. A job names what changed, not what to do: its worker reads the wished state and converges. */
export const queueNames = {
  bots: 'bots',
  /** A bot is looked at: does Telegram still know of it what it was told? */
  checks: 'checks',
  /** A bot whose webhook is not what it should be is set up again, a few of them a minute. */
  rearms: 'rearms',
  deliveries: 'deliveries',
  alerts: 'alerts',
  /** Learners are told that a bot teaches no more. */
  farewells: 'farewells',
  /** A learner is given their data, and then forgotten. */
  erasures: 'erasures',
  /** Files of submissions and answers are fetched from Telegram. */
  submissions: 'submissions',
  /** A reviewer's chat with the platform bot is brought up to date. */
  reviewers: 'reviewers',
  /** A learner is told something of our own accord, once at most. */
  notices: 'notices',
} as const
export type QueueName = (typeof queueNames)[keyof typeof queueNames]

const job = { outboxId: z.uuid() }
export const botJobSchema = z.object({ ...job, botId: z.uuid() })
export const deliveryJobSchema = z.object({ ...job, enrollmentId: z.uuid() })
/** The creator of the bot's course is to be told that it needs them. */
export const alertJobSchema = z.object({ ...job, botId: z.uuid() })

/** A submission, or the file of one answer, whose files are to be kept. */
export const submissionJobSchema = z.object({ ...job, subjectId: z.uuid() })
/** Somebody who reviews: what waits for them, or what they were shown, has changed. */
export const reviewerJobSchema = z.object({ ...job, userId: z.uuid() })

/** A learner who asked to be forgotten. */
export const erasureJobSchema = z.object({ ...job, enrollmentId: z.uuid() })

/** What a learner is to be told of our own accord. */
export const noticeJobSchema = z.object({ ...job, noticeId: z.uuid() })

export type BotJob = z.infer<typeof botJobSchema>
export type DeliveryJob = z.infer<typeof deliveryJobSchema>
export type AlertJob = z.infer<typeof alertJobSchema>
export type SubmissionJob = z.infer<typeof submissionJobSchema>
export type ReviewerJob = z.infer<typeof reviewerJobSchema>
export type ErasureJob = z.infer<typeof erasureJobSchema>
export type NoticeJob = z.infer<typeof noticeJobSchema>

/** Prefix of every key that the queues keep in Redis. Each installation needs a Redis database of its own. */
export const queuePrefix = 'gongbu'
