import { z } from 'zod'

/**
 * waitingForToken: asked for, no token yet · settingUp: token given, being checked and set up ·
 * unproven: the pasted token is good, whose bot it is has still to be shown · ready: all good, course not
 * published · live · paused · needsRelink: Telegram refuses the token · removing: its webhook is being deleted.
 */
export const botStates = [
  'waitingForToken',
  'settingUp',
  'unproven',
  'ready',
  'live',
  'paused',
  'needsRelink',
  'removing',
] as const
export type BotState = (typeof botStates)[number]

/** How lessons are sent: `auto` is rich until Telegram refuses that, then classic for a day. */
export const renderingModes = ['auto', 'rich', 'classic'] as const
export type RenderingMode = (typeof renderingModes)[number]

/** Telegram's limits on what a bot says of itself, in characters. */
export const botTextLimits = { name: 64, description: 512, shortDescription: 120 }

/** What the runner must know of a bot to serve it. The token is ciphertext (see tokenSeal). */
const runnerBotSchema = z.object({
  id: z.uuid(),
  /** Public part of the webhook's path. */
  key: z.string(),
  /** Telegram's id of the bot: the number before the colon of its token. */
  telegramBotId: z.int().positive(),
  username: z.string().nullable(),
  name: z.string().nullable(),
  sealedToken: z.string(),
  /** Part of what the webhook's secret is derived from; a new one makes a new secret. */
  secretVersion: z.int().nonnegative(),
  isServing: z.boolean(),
  /** Whether updates are to come: while it serves or is tested, and while it waits for its owner's proof. */
  isListening: z.boolean(),
  /** Whether the platform bot manages it, and so can fetch its token. */
  isManaged: z.boolean(),
  rendering: z.enum(renderingModes).default('auto'),
  richRefusedAt: z.iso.datetime().nullable().default(null),
  changedAt: z.iso.datetime(),
})

/** `GET /api/runner/bots?changedAfter=ISO | ?key=` */
export const runnerBotsResponseSchema = z.object({ bots: z.array(runnerBotSchema), now: z.iso.datetime() })

const textsSchema = z.object({ name: z.string(), description: z.string(), shortDescription: z.string() })
const commandSchema = z.object({ command: z.string(), description: z.string() })

/** The state in which a bot is to be. '' is the language for everybody else. */
const wishedBotSchema = z.object({
  isServing: z.boolean(),
  /** Tells `paused` from `ready` while the bot does not serve. */
  isPaused: z.boolean(),
  /** Before that nothing is changed of it: it may be somebody else's. */
  isProven: z.boolean(),
  isListening: z.boolean(),
  /** A new token is wished, in place of the one of this `secretVersion`. */
  isRotating: z.boolean(),
  /** Whom Telegram is to let in beside the owner of a managed bot; null: whomever it does now. */
  access: z
    .object({ isRestricted: z.boolean(), userIds: z.array(z.int().positive()) })
    .nullable()
    .default(null),
  /** What its picture is made from; null: it keeps the one it has. */
  pictureHash: z.string().nullable(),
  texts: z.record(z.string(), textsSchema),
  commands: z.record(z.string(), z.array(commandSchema)),
})

/** `GET /api/runner/bots/:id`; `applied` is what the last job reported: hash of each piece by name. */
export const runnerBotResponseSchema = z.object({
  bot: runnerBotSchema,
  wished: wishedBotSchema,
  applied: z.record(z.string(), z.string()),
})

/** `POST /api/runner/bots/:id/report` */
export const runnerBotReportSchema = z.object({
  /** Of the bot that was set up: a report on a token that has been replaced meanwhile counts for nothing. */
  secretVersion: z.int().nonnegative(),
  state: z.enum(['unproven', 'ready', 'live', 'paused', 'needsRelink', 'retrying']),
  identity: z.object({ username: z.string(), name: z.string() }).optional(),
  applied: z.record(z.string(), z.string()).optional(),
  /** Code and Telegram's description; never a token. */
  error: z.object({ code: z.string().max(64), description: z.string().max(500) }).optional(),
  /** ISO time of the next try, with state `retrying`. */
  nextTryAt: z.iso.datetime().optional(),
  /** All stands but the webhook, which has to wait for its turn (queue `rearms`). */
  isRearmDue: z.boolean().optional(),
})

/**
 * right: Telegram knows of the bot what it was told · outdated: it was told otherwise than is wished now ·
 * webhookLost: updates do not come as they should · refused: the token is no good, or it is another bot's, or it cannot be opened.
 */
const checkFindings = ['right', 'outdated', 'webhookLost', 'refused'] as const

/** `POST /api/runner/bots/:id/check`: what looking at a bot has shown. */
export const runnerBotCheckSchema = z.object({
  /** The row that asked for it: what is said twice counts once. */
  outboxId: z.uuid(),
  secretVersion: z.int().nonnegative(),
  finding: z.enum(checkFindings),
  identity: z.object({ username: z.string(), name: z.string() }).optional(),
})

export type RunnerBot = z.infer<typeof runnerBotSchema>
export type WishedBot = z.infer<typeof wishedBotSchema>
export type RunnerBotsResponse = z.infer<typeof runnerBotsResponseSchema>
export type RunnerBotResponse = z.infer<typeof runnerBotResponseSchema>
export type RunnerBotCheck = z.infer<typeof runnerBotCheckSchema>
export type RunnerBotReport = z.infer<typeof runnerBotReportSchema>
