import type { z } from 'zod'

import { joinTestResponseSchema, type JoinTestRequest, type JoinTestResponse } from './joinTest.ts'
import {
  botAlertResponseSchema,
  botTokenResponseSchema,
  chooseCourseResponseSchema,
  creatorCoursesResponseSchema,
  draftCourseResponseSchema,
  linkAccountResponseSchema,
  managedBotResponseSchema,
  ownershipResponseSchema,
  unlinkAccountResponseSchema,
  type BotAlertResponse,
  type BotTokenRequest,
  type BotTokenResponse,
  type ChooseCourseRequest,
  type ChooseCourseResponse,
  type CreatorCoursesResponse,
  type DraftCourseRequest,
  type DraftCourseResponse,
  type LinkAccountRequest,
  type LinkAccountResponse,
  type ManagedBotRequest,
  type ManagedBotResponse,
  type OwnershipRequest,
  type OwnershipResponse,
  type PlatformReport,
  type UnlinkAccountRequest,
  type UnlinkAccountResponse,
} from './platform.ts'

import { reviewMethods, type ReviewMethods } from './reviewMethods.ts'
import { joinTeamResponseSchema, type JoinTeamRequest, type JoinTeamResponse } from './platformReview.ts'

/** The part of the runner's client that the platform bot and the proof of ownership use. All may be repeated. */
export type PlatformMethods = ReviewMethods & {
  reportPlatform: (report: PlatformReport) => Promise<void>
  linkAccount: (request: LinkAccountRequest) => Promise<LinkAccountResponse>
  unlinkAccount: (request: UnlinkAccountRequest) => Promise<UnlinkAccountResponse>
  noticeManagedBot: (request: ManagedBotRequest) => Promise<ManagedBotResponse>
  chooseCourse: (request: ChooseCourseRequest) => Promise<ChooseCourseResponse>
  saveBotToken: (botId: string, request: BotTokenRequest) => Promise<BotTokenResponse>
  proveOwnership: (botId: string, request: OwnershipRequest) => Promise<OwnershipResponse>
  joinTest: (request: JoinTestRequest) => Promise<JoinTestResponse>
  listCreatorCourses: (telegramUserId: number) => Promise<CreatorCoursesResponse>
  draftCourse: (request: DraftCourseRequest) => Promise<DraftCourseResponse>
  getBotAlert: (botId: string) => Promise<BotAlertResponse>
  joinTeam: (request: JoinTeamRequest) => Promise<JoinTeamResponse>
}

type Calls = {
  get: <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.infer<Schema>>
  post: (path: string, body: unknown) => Promise<unknown>
}

export const platformMethods = ({ get, post }: Calls): PlatformMethods => {
  const ask = async <Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<z.infer<Schema>> => schema.parse(await post(path, body))

  return {
    ...reviewMethods({ get, post }),
    reportPlatform: async (report) => void (await post('platform', report)),
    linkAccount: (request) => ask('platform/link', request, linkAccountResponseSchema),
    unlinkAccount: (request) => ask('platform/unlink', request, unlinkAccountResponseSchema),
    noticeManagedBot: (request) => ask('platform/managed-bot', request, managedBotResponseSchema),
    chooseCourse: (request) => ask('platform/choose', request, chooseCourseResponseSchema),
    saveBotToken: (botId, request) => ask(`bots/${botId}/token`, request, botTokenResponseSchema),
    proveOwnership: (botId, request) => ask(`bots/${botId}/ownership`, request, ownershipResponseSchema),
    joinTest: (request) => ask('tests/join', request, joinTestResponseSchema),
    listCreatorCourses: (telegramUserId) =>
      get(`platform/courses?telegramUserId=${telegramUserId}`, creatorCoursesResponseSchema),
    draftCourse: (request) => ask('platform/courses', request, draftCourseResponseSchema),
    joinTeam: (request) => ask('platform/team', request, joinTeamResponseSchema),
    getBotAlert: (botId) => get(`platform/alerts/${botId}`, botAlertResponseSchema),
  }
}
