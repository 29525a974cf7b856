import { z } from 'zod'

import { localeSchema } from './locale.ts'
import { botStates } from './runnerBots.ts'
import { telegramIdSchema } from './runnerActions.ts'

/** What the platform bot and course bots tell the CMS about people, and what they are told to say. */

const usernameSchema = z.string().min(1).max(64)

/** Somebody in Telegram, as an update names them. */
export const telegramPersonSchema = z.object({
  id: telegramIdSchema,
  firstName: z.string().max(256),
  lastName: z.string().max(256).nullable(),
  username: z.string().max(64).nullable(),
  languageCode: z.string().max(35).nullable(),
})

/** `POST /api/runner/platform`: who the platform bot is; `problem` when it cannot work. */
export const platformReportSchema = z.object({
  username: usernameSchema.nullable(),
  telegramBotId: telegramIdSchema.nullable(),
  canManageBots: z.boolean(),
  /** The key of its initData's hash (`webAppKey`), sealed; null: there is no bot. */
  sealedWebAppKey: z.string().min(1).max(1000).nullable(),
  /** The key of the hash of whom Telegram logs in on the web (`loginKey`), sealed. */
  sealedLoginKey: z.string().min(1).max(1000).nullable(),
  problem: z.enum(['tokenRefused', 'cannotManageBots', 'unreachable']).nullable(),
})

const courseChoiceSchema = z.object({ id: z.uuid(), title: z.string() })
/** A course whose bot is asked for, with the link that makes it. */
const openRequestSchema = z.object({ courseTitle: z.string(), link: z.url() })

/** `POST /api/runner/platform/link`; `taken`: this Telegram account belongs to another account with an address. */
export const linkAccountRequestSchema = z.object({
  code: z.string().min(1).max(64),
  person: telegramPersonSchema,
})
export const linkAccountResponseSchema = z.object({
  status: z.enum(['linked', 'expired', 'used', 'unknown', 'taken']),
  /** The account's address as far as somebody needs it to know their own. */
  account: z.string().nullable(),
  requests: z.array(openRequestSchema).default([]),
})

/** `POST /api/runner/platform/unlink`: somebody wants their Telegram account to be nobody's but theirs. */
export const unlinkAccountRequestSchema = z.object({ telegramUserId: telegramIdSchema })
export const unlinkAccountResponseSchema = z.object({ status: z.enum(['unlinked', 'notLinked']) })

/** `POST /api/runner/platform/managed-bot`: a bot was made, or has another token or owner. */
export const managedBotRequestSchema = z.object({
  owner: telegramPersonSchema,
  bot: z.object({ telegramBotId: telegramIdSchema, username: usernameSchema, name: z.string().max(256) }),
})

/**
 * What follows. `adopt`: it becomes this course's bot · `refresh`: a bot of ours, whose token is to be fetched ·
 * `choose`: no single course asks for it, the owner says which · `foreign`: it was made with the link of somebody
 * else · `notLinked`: the owner is nobody's Telegram account.
 */
export const managedBotResponseSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('adopt'), botId: z.uuid(), courseTitle: z.string() }),
  z.object({ action: z.literal('refresh'), botId: z.uuid(), courseTitle: z.string() }),
  z.object({
    action: z.literal('choose'),
    why: z.enum(['several', 'expired', 'none']),
    courses: z.array(courseChoiceSchema),
  }),
  z.object({ action: z.literal('foreign') }),
  z.object({ action: z.literal('notLinked') }),
])

/** `POST /api/runner/platform/choose`: the owner gives a bot of theirs to one of their courses. */
export const chooseCourseRequestSchema = z.object({
  telegramUserId: telegramIdSchema,
  telegramBotId: telegramIdSchema,
  courseId: z.uuid(),
})
export const chooseCourseResponseSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('adopt'), botId: z.uuid(), courseTitle: z.string(), bot: managedBotRequestSchema.shape.bot }), // prettier-ignore
  z.object({ action: z.literal('gone') }),
])

/** `POST /api/runner/bots/:id/token`: the token of a managed bot, sealed. Repeating it changes nothing. */
export const botTokenRequestSchema = z.object({
  sealedToken: z.string().min(1).max(1000),
  telegramBotId: telegramIdSchema,
})
/** `refused`: nobody asks for it any more, or it serves another course. */
export const botTokenResponseSchema = z.object({ status: z.enum(['saved', 'unchanged', 'refused']) })

/**
 * `POST /api/runner/bots/:id/ownership`: somebody opened a pasted bot with the nonce that its course's panel shows.
 */
export const ownershipRequestSchema = z.object({
  nonce: z.string().min(1).max(64),
  person: telegramPersonSchema,
})
export const ownershipResponseSchema = z.object({
  status: z.enum(['proven', 'expired', 'used', 'unknown', 'foreign', 'taken']),
  /** The creator's account, so far as its owner needs to know it; null: this Telegram account is not linked to it. */
  account: z.string().nullable(),
})

/** `GET /api/runner/platform/courses?telegramUserId=` */
export const creatorCoursesResponseSchema = z.object({
  isLinked: z.boolean(),
  /** Whether this person may make courses. */
  isCreator: z.boolean(),
  adminUrl: z.url(),
  courses: z.array(
    z.object({
      title: z.string(),
      adminUrl: z.url(),
      isPublished: z.boolean(),
      botState: z.enum([...botStates, 'none']),
      botUsername: z.string().nullable(),
    }),
  ),
  /** Beside those listed. */
  more: z.int().nonnegative(),
})

/** `POST /api/runner/platform/courses`: makes a draft, unless there is one of that name. */
export const draftCourseRequestSchema = z.object({
  telegramUserId: telegramIdSchema,
  title: z.string().min(1).max(200),
})
export const draftCourseResponseSchema = z.object({
  status: z.enum(['made', 'notLinked', 'notCreator']),
  adminUrl: z.url().nullable(),
})

/** `GET /api/runner/platform/alerts/:botId`: what the course's creator is to be told of its bot; null: nothing any more. */
export const botAlertResponseSchema = z.object({
  alert: z
    .object({
      telegramUserId: telegramIdSchema,
      locale: localeSchema,
      courseTitle: z.string(),
      botUsername: z.string().nullable(),
      adminUrl: z.url(),
    })
    .nullable(),
})

export type TelegramPerson = z.infer<typeof telegramPersonSchema>
export type PlatformReport = z.infer<typeof platformReportSchema>
export type LinkAccountRequest = z.infer<typeof linkAccountRequestSchema>
export type LinkAccountResponse = z.infer<typeof linkAccountResponseSchema>
export type UnlinkAccountRequest = z.infer<typeof unlinkAccountRequestSchema>
export type UnlinkAccountResponse = z.infer<typeof unlinkAccountResponseSchema>
export type ManagedBotRequest = z.infer<typeof managedBotRequestSchema>
export type ManagedBotResponse = z.infer<typeof managedBotResponseSchema>
export type ChooseCourseRequest = z.infer<typeof chooseCourseRequestSchema>
export type ChooseCourseResponse = z.infer<typeof chooseCourseResponseSchema>
export type BotTokenRequest = z.infer<typeof botTokenRequestSchema>
export type BotTokenResponse = z.infer<typeof botTokenResponseSchema>
export type OwnershipRequest = z.infer<typeof ownershipRequestSchema>
export type OwnershipResponse = z.infer<typeof ownershipResponseSchema>
export type CreatorCoursesResponse = z.infer<typeof creatorCoursesResponseSchema>
export type DraftCourseRequest = z.infer<typeof draftCourseRequestSchema>
export type DraftCourseResponse = z.infer<typeof draftCourseResponseSchema>
export type BotAlertResponse = z.infer<typeof botAlertResponseSchema>
