import type { CollectionConfig } from 'payload'

import { overrideSchema } from '../../contracts/learnerSteps.ts'
import { describeLearnerSteps } from '../../operations/learners/describeLearnerSteps.ts'
import { overrideStep } from '../../operations/learners/overrideStep.ts'
import { endpoint, routeParam } from '../endpoint.ts'
import { parseBody } from '../parseBody.ts'
import { signedInEndpoint } from '../signedInEndpoint.ts'

/** What teachers see and set of one learner; below `/api/enrollments`. Everybody else is told that there is none. */
export const learnerEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  endpoint('get', '/:id/steps', (req) => describeLearnerSteps(req, routeParam(req, 'id'))),
  signedInEndpoint('post', '/:id/override', async (req) =>
    overrideStep(req, routeParam(req, 'id'), await parseBody(req, overrideSchema)),
  ),
]
