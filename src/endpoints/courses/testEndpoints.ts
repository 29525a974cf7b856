import type { CollectionConfig, PayloadRequest } from 'payload'

import { describeTest } from '../../operations/courseTest/describeTest.ts'
import { endTest } from '../../operations/courseTest/endTest.ts'
import { inviteTesters } from '../../operations/courseTest/inviteTesters.ts'
import { removeTester } from '../../operations/courseTest/removeTester.ts'
import { revokeInvitation } from '../../operations/courseTest/revokeInvitation.ts'
import { startTest } from '../../operations/courseTest/startTest.ts'
import { endpoint, routeParam } from '../endpoint.ts'

/** Does something with a course's test and answers how it stands then. */
const testEndpoint = (
  method: 'post' | 'delete',
  path: string,
  act: (options: { req: PayloadRequest; courseId: string }) => Promise<void>,
) =>
  endpoint(method, `/:id/test${path}`, async (req) => {
    const courseId = routeParam(req, 'id')
    await act({ req, courseId })
    return describeTest({ req, courseId })
  })

/** A course is tried in its bot before it is published; below `/api/courses/:id/test`. */
export const testEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  endpoint('get', '/:id/test', (req) => describeTest({ req, courseId: routeParam(req, 'id') })),
  testEndpoint('post', '', startTest),
  testEndpoint('delete', '', endTest),
  endpoint('post', '/:id/test/invitation', (req) => inviteTesters({ req, courseId: routeParam(req, 'id') })),
  testEndpoint('delete', '/invitation', revokeInvitation),
  testEndpoint('delete', '/testers/:testerId', ({ req, courseId }) =>
    removeTester({ req, courseId, testerId: routeParam(req, 'testerId') }),
  ),
]
