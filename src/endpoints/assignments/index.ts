import type { CollectionConfig, PayloadRequest } from 'payload'

import { bulkDecisionSchema, decisionSchema } from '../../contracts/review.ts'
import { AppError } from '../../errors/AppError.ts'
import { claimSubmission } from '../../operations/assignments/claimSubmission.system.ts'
import { countWaiting } from '../../operations/assignments/countWaiting.ts'
import { decideMany } from '../../operations/assignments/decideMany.ts'
import { decideSubmission } from '../../operations/assignments/decideSubmission.system.ts'
import { describeSubmission } from '../../operations/assignments/describeSubmission.ts'
import { giveBackSubmission } from '../../operations/assignments/giveBackSubmission.system.ts'
import { listQueue } from '../../operations/assignments/listQueue.ts'
import { queueFiltersSchema } from '../../operations/assignments/queueFilters.ts'
import { reviewing } from '../../operations/assignments/reviewing.ts'
import { endpoint, routeParam } from '../endpoint.ts'
import { parseBody } from '../parseBody.ts'
import { signedInEndpoint } from '../signedInEndpoint.ts'

const filtersOf = (req: PayloadRequest) => {
  // A filter that is left empty says nothing.
  const said = Object.fromEntries(Object.entries(req.query).filter(([, value]) => value !== ''))
  const parsed = queueFiltersSchema.safeParse(said)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new AppError({ code: 'inputInvalid', status: 422, details: { problems } })
}

/** What reviewers do; below `/api/assignments`. Whoever may not review a submission is told that there is none. */
export const assignmentEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  signedInEndpoint('get', '/queue', (req) => listQueue(req, filtersOf(req))),
  endpoint('get', '/waiting', countWaiting),
  signedInEndpoint('post', '/bulk', async (req) => decideMany(req, await parseBody(req, bulkDecisionSchema))),
  endpoint('get', '/:id/review', (req) => describeSubmission(req, routeParam(req, 'id'))),
  endpoint('post', '/:id/claim', (req) =>
    reviewing(req, (client, about) =>
      claimSubmission(client, { submissionId: routeParam(req, 'id'), ...about }),
    ),
  ),
  endpoint('post', '/:id/release', (req) =>
    reviewing(req, (client, about) =>
      giveBackSubmission(client, { submissionId: routeParam(req, 'id'), ...about }),
    ),
  ),
  signedInEndpoint('post', '/:id/decide', async (req) => {
    const submissionId = routeParam(req, 'id')
    const decision = { ...(await parseBody(req, decisionSchema)), voice: null }
    await reviewing(req, (client, about) => decideSubmission(client, { submissionId, decision, ...about }))
    return describeSubmission(req, submissionId)
  }),
]
