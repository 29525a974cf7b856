import type { z } from 'zod'

import {
  reviewActResponseSchema,
  reviewCancelResponseSchema,
  reviewerChatResponseSchema,
  reviewSaidResponseSchema,
  reviewSettingsResponseSchema,
  reviewVoiceResponseSchema,
  type ReviewActRequest,
  type ReviewActResponse,
  type ReviewCancelResponse,
  type ReviewerChatResponse,
  type ReviewerRequest,
  type ReviewSaidRequest,
  type ReviewSaidResponse,
  type ReviewSettingsRequest,
  type ReviewSettingsResponse,
  type ReviewShownRequest,
  type ReviewVoiceRequest,
  type ReviewVoiceResponse,
} from './platformReview.ts'

/** The part of the runner's client by which the platform bot serves reviewers. All may be repeated. */
export type ReviewMethods = {
  getReviewerChat: (userId: string) => Promise<ReviewerChatResponse>
  noteReviewShown: (userId: string, shown: ReviewShownRequest) => Promise<void>
  /** The platform bot cannot write to this reviewer. */
  stopReviewCards: (userId: string) => Promise<void>
  actOnReview: (request: ReviewActRequest) => Promise<ReviewActResponse>
  beginReviewVoice: (request: ReviewVoiceRequest) => Promise<ReviewVoiceResponse>
  sayInReview: (request: ReviewSaidRequest) => Promise<ReviewSaidResponse>
  cancelReview: (request: ReviewerRequest) => Promise<ReviewCancelResponse>
  setReviewing: (request: ReviewSettingsRequest) => Promise<ReviewSettingsResponse>
}

type Calls = {
  get: <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.infer<Schema>>
  post: (path: string, body: unknown) => Promise<unknown>
}

export const reviewMethods = ({ get, post }: Calls): ReviewMethods => {
  const ask = async <Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<z.infer<Schema>> => schema.parse(await post(`platform/review/${path}`, body))

  return {
    getReviewerChat: (userId) => get(`platform/review/chats/${userId}`, reviewerChatResponseSchema),
    noteReviewShown: async (userId, shown) =>
      void (await post(`platform/review/chats/${userId}/shown`, shown)),
    stopReviewCards: async (userId) => void (await post(`platform/review/chats/${userId}/stop`, {})),
    actOnReview: (request) => ask('act', request, reviewActResponseSchema),
    beginReviewVoice: (request) => ask('voice', request, reviewVoiceResponseSchema),
    sayInReview: (request) => ask('said', request, reviewSaidResponseSchema),
    cancelReview: (request) => ask('cancel', request, reviewCancelResponseSchema),
    setReviewing: (request) => ask('settings', request, reviewSettingsResponseSchema),
  }
}
