import type { PayloadRequest } from 'payload'

import {
  joinTeamRequestSchema,
  reviewActRequestSchema,
  reviewerRequestSchema,
  reviewSaidRequestSchema,
  reviewSettingsRequestSchema,
  reviewShownRequestSchema,
  reviewVoiceRequestSchema,
} from '../../contracts/platformReview.ts'
import { actOnReview } from '../../operations/reviewers/actOnReview.system.ts'
import { beginReviewVoice } from '../../operations/reviewers/beginReviewVoice.system.ts'
import { cancelReview } from '../../operations/reviewers/cancelReview.system.ts'
import { describeReviewerChat } from '../../operations/reviewers/describeReviewerChat.system.ts'
import { noteReviewShown } from '../../operations/reviewers/noteReviewShown.system.ts'
import { sayInReview } from '../../operations/reviewers/sayInReview.system.ts'
import { setReviewing } from '../../operations/reviewers/setReviewing.system.ts'
import { stopReviewCards } from '../../operations/reviewers/stopReviewCards.system.ts'
import { joinByCode } from '../../operations/team/joinByCode.system.ts'
import { routeParam } from '../endpoint.ts'
import { parseBody } from '../parseBody.ts'
import { runnerEndpoint } from './runnerEndpoint.ts'

const post = (path: string, handle: (req: PayloadRequest) => Promise<unknown>) =>
  runnerEndpoint('post', `/platform/review${path}`, handle)

/** For the platform bot: reviewers, their cards and what they decide. */
export const reviewEndpoints = [
  runnerEndpoint('post', '/platform/team', async (req) =>
    joinByCode(req, await parseBody(req, joinTeamRequestSchema)),
  ),
  runnerEndpoint('get', '/platform/review/chats/:id', (req) =>
    describeReviewerChat(req, routeParam(req, 'id')),
  ),
  post('/chats/:id/shown', async (req) =>
    noteReviewShown(req, routeParam(req, 'id'), await parseBody(req, reviewShownRequestSchema)),
  ),
  post('/chats/:id/stop', (req) => stopReviewCards(req, routeParam(req, 'id'))),
  post('/act', async (req) => actOnReview(req, await parseBody(req, reviewActRequestSchema))),
  post('/voice', async (req) => beginReviewVoice(req, await parseBody(req, reviewVoiceRequestSchema))),
  post('/said', async (req) => sayInReview(req, await parseBody(req, reviewSaidRequestSchema))),
  post('/cancel', async (req) => cancelReview(req, await parseBody(req, reviewerRequestSchema))),
  post('/settings', async (req) => setReviewing(req, await parseBody(req, reviewSettingsRequestSchema))),
]
