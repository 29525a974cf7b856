import { z } from 'zod'

import { localeSchema } from './locale.ts'
import { mediaFileSchema } from './mediaFile.ts'
import { telegramPersonSchema } from './platform.ts'
import { reviewVerdicts } from './review.ts'
import { telegramIdSchema } from './runnerActions.ts'
import { keptText } from './keptText.ts'
import { fileKinds } from './lessonEvent.ts'
import { submissionStatuses } from './submission.ts'
import { teamRoles } from './team.ts'

/** What the platform bot tells the CMS about reviewers, and what it is told to say to them. */

/**
 * `POST /api/runner/platform/team`: somebody opened a link that makes them part of a course's team. `own`: it is their
 * course · `notCreator`: co-authors write courses, which this account may not · `full`: no more fit into the team.
 */
export const joinTeamRequestSchema = z.object({
  code: z.string().min(1).max(64),
  person: telegramPersonSchema,
})
export const joinTeamResponseSchema = z.object({
  status: z.enum(['joined', 'own', 'expired', 'used', 'unknown', 'notCreator', 'full']),
  courseTitle: z.string().nullable(),
  role: z.enum(teamRoles).nullable(),
})

/** A submission as a card shows it. */
export const reviewCardSchema = z.object({
  submissionId: z.uuid(),
  learnerName: z.string(),
  courseTitle: z.string(),
  stepTitle: z.string(),
  attempt: z.int().positive(),
  isLate: z.boolean(),
  /** What was written. */
  text: z.string(),
  files: z.array(z.object({ kind: z.enum(fileKinds), media: mediaFileSchema })),
  /** How many files Telegram no longer gave out. */
  lostFiles: z.int().nonnegative(),
  rubric: z.string().nullable(),
  maxScore: z.number().nullable(),
  passPoints: z.number().nullable(),
  /** What was said about the attempt before. */
  lastComment: z.string().nullable(),
  /** `gone`: there is no such submission any more, or it is not this person's to review. */
  status: z.enum([...submissionStatuses, 'gone']),
  /** null with a decision: the step's own setting decided. */
  decidedBy: z.string().nullable(),
  comment: z.string().nullable(),
  score: z.number().nullable(),
  claim: z.object({ name: z.string(), isMine: z.boolean() }).nullable(),
})

const shownSchema = z.string().min(1).max(300)
const messageIdSchema = z.int().positive()
/** What stands above a card and shows what was handed in. */
const aboveIdsSchema = z.array(messageIdSchema).max(1000)

/**
 * `GET /api/runner/platform/review/chats/:userId`: what a reviewer is to see that they do not see yet; null: nothing,
 * or nobody can be told. Without a `messageId` it is to be sent, else edited.
 */
export const reviewerChatResponseSchema = z.object({
  chat: z
    .object({
      telegramUserId: telegramIdSchema,
      locale: localeSchema,
      cards: z.array(
        z.object({
          messageId: messageIdSchema.nullable(),
          aboveIds: aboveIdsSchema,
          shown: shownSchema,
          card: reviewCardSchema,
        }),
      ),
      digest: z
        .object({
          messageId: messageIdSchema.nullable(),
          shown: shownSchema,
          waiting: z.int().nonnegative(),
          courses: z.array(z.object({ title: z.string(), waiting: z.int().positive() })),
          adminUrl: z.url(),
        })
        .nullable(),
    })
    .nullable(),
})

/** `POST …/review/chats/:userId/shown`: what was sent or edited; `subject`: a submission, or the digest. */
export const reviewShownRequestSchema = z.object({
  subject: z.union([z.uuid(), z.literal('digest')]),
  messageId: messageIdSchema,
  shown: shownSchema,
  /** Left out: as they were. */
  aboveIds: aboveIdsSchema.optional(),
})

export const reviewActions = ['claim', 'release', 'approve', 'approveWith', 'reject'] as const

/** Why something was not done. `decided`, `claimed`: by whom stands in `by`. */
const refusals = [
  'decided',
  'claimed',
  'changed',
  'gone',
  'notReviewer',
  'comment',
  'score',
  'scoreBelow',
] as const

/** What a reviewer is asked for: their next message decides. */
const questionSchema = z.object({
  verdict: z.enum(reviewVerdicts),
  learnerName: z.string(),
  maxScore: z.number().nullable(),
  passPoints: z.number().nullable(),
})

/** `POST …/review/act`: a button of a card. */
export const reviewActRequestSchema = z.object({
  telegramUserId: telegramIdSchema,
  action: z.enum(reviewActions),
  submissionId: z.uuid(),
})
export const reviewActResponseSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done') }),
  z.object({ status: z.literal('asked'), question: questionSchema }),
  z.object({ status: z.literal('refused'), why: z.enum(refusals), by: z.string().nullable() }),
])

/** `POST …/review/voice`: room for what a reviewer says; null: nobody asked them for anything. */
export const reviewVoiceRequestSchema = z.object({
  telegramUserId: telegramIdSchema,
  uniqueId: z.string().min(1).max(128),
  duration: z.number().nonnegative(),
})
export const reviewVoiceResponseSchema = z.object({ fileId: z.uuid().nullable() })

/** `POST …/review/said`: a message of somebody who may have been asked; `voice`: the file that holds it. */
export const reviewSaidRequestSchema = z.object({
  telegramUserId: telegramIdSchema,
  /** Brought again, a message decides nothing else. */
  messageId: messageIdSchema,
  text: z.string().max(4096).transform(keptText).nullable(),
  voice: z.uuid().nullable(),
})
/** `none`: nothing was asked, or not in time. */
export const reviewSaidResponseSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('none') }),
  z.object({ status: z.literal('done'), verdict: z.enum(reviewVerdicts), learnerName: z.string() }),
  z.object({
    status: z.literal('refused'),
    why: z.enum(refusals),
    by: z.string().nullable(),
    question: questionSchema,
    /** Whether the next message may still decide. */
    isAskedStill: z.boolean(),
  }),
])

/** `POST …/review/cancel`: the question is taken back. */
export const reviewerRequestSchema = z.object({ telegramUserId: telegramIdSchema })
export const reviewCancelResponseSchema = z.object({ wasAsked: z.boolean() })

/** `POST …/review/settings` */
export const reviewSettingsRequestSchema = z.object({
  telegramUserId: telegramIdSchema,
  /** Whether cards are sent; left out: as it is. */
  hasCards: z.boolean().optional(),
  /** The next work shall be shown. */
  wantsNext: z.boolean().optional(),
  /** A course whose team is left. */
  leave: z.uuid().optional(),
})
/** What waits for a reviewer; `isReviewer: false`: nothing ever will. */
export const reviewSettingsResponseSchema = z.object({
  isReviewer: z.boolean(),
  hasCards: z.boolean(),
  waiting: z.int().nonnegative(),
  /** With `wantsNext`: whether there is one. */
  hasNext: z.boolean(),
  courses: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      role: z.enum(['creator', ...teamRoles]),
      waiting: z.int().nonnegative(),
    }),
  ),
  adminUrl: z.url(),
})

export type JoinTeamRequest = z.infer<typeof joinTeamRequestSchema>
export type JoinTeamResponse = z.infer<typeof joinTeamResponseSchema>
export type ReviewCard = z.infer<typeof reviewCardSchema>
export type ReviewerChatResponse = z.infer<typeof reviewerChatResponseSchema>
export type ReviewShownRequest = z.infer<typeof reviewShownRequestSchema>
export type ReviewActRequest = z.infer<typeof reviewActRequestSchema>
export type ReviewActResponse = z.infer<typeof reviewActResponseSchema>
export type ReviewVoiceRequest = z.infer<typeof reviewVoiceRequestSchema>
export type ReviewVoiceResponse = z.infer<typeof reviewVoiceResponseSchema>
export type ReviewSaidRequest = z.infer<typeof reviewSaidRequestSchema>
export type ReviewSaidResponse = z.infer<typeof reviewSaidResponseSchema>
export type ReviewerRequest = z.infer<typeof reviewerRequestSchema>
export type ReviewCancelResponse = z.infer<typeof reviewCancelResponseSchema>
export type ReviewSettingsRequest = z.infer<typeof reviewSettingsRequestSchema>
export type ReviewSettingsResponse = z.infer<typeof reviewSettingsResponseSchema>
export type ReviewQuestion = z.infer<typeof questionSchema>
export type ReviewRefusal = (typeof refusals)[number]
