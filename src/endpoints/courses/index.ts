import type { CollectionConfig, PayloadRequest } from 'payload'
import { z } from 'zod'

import { renderingModes } from '../../contracts/runnerBots.ts'
import { askForProof } from '../../operations/bots/askForProof.ts'
import { attachBot } from '../../operations/bots/attachBot.ts'
import { cancelBotRequest } from '../../operations/bots/cancelBotRequest.ts'
import { describeCourseBot } from '../../operations/bots/describeCourseBot.ts'
import { relinkBot } from '../../operations/bots/relinkBot.ts'
import { removeBot } from '../../operations/bots/removeBot.ts'
import { requestBot } from '../../operations/bots/requestBot.ts'
import { rotateBotToken } from '../../operations/bots/rotateBotToken.ts'
import { setBotPaused } from '../../operations/bots/setBotPaused.ts'
import { setBotRendering } from '../../operations/bots/setBotRendering.ts'
import { describePublishing } from '../../operations/courses/describePublishing.ts'
import { publishCourse } from '../../operations/courses/publishCourse.ts'
import { setCourseArchived } from '../../operations/courses/setCourseArchived.ts'
import { transferCourse } from '../../operations/courses/transferCourse.ts'
import { unpublishCourse } from '../../operations/courses/unpublishCourse.ts'
import { endpoint, routeParam } from '../endpoint.ts'
import { parseBody } from '../parseBody.ts'
import { signedInEndpoint } from '../signedInEndpoint.ts'
import { importEndpoint } from './importCourse.ts'
import { teamEndpoints } from './teamEndpoints.ts'
import { testEndpoints } from './testEndpoints.ts'

const tokenBody = z.object({ token: z.string().max(200) })
/** One of both, or both. */
const botBody = z
  .object({ isPaused: z.boolean().optional(), rendering: z.enum(renderingModes).optional() })
  .refine(({ isPaused, rendering }) => isPaused !== undefined || rendering !== undefined)
const transferBody = z.object({ email: z.string().min(1).max(320) })

/** Does something with the course's bot and answers how it stands then. */
const botEndpoint = (
  method: 'post' | 'delete',
  path: string,
  act: (options: { req: PayloadRequest; courseId: string }) => Promise<void>,
) =>
  endpoint(method, `/:id/bot${path}`, async (req) => {
    const courseId = routeParam(req, 'id')
    await act({ req, courseId })
    return describeCourseBot({ req, courseId })
  })

/** What can be done with a course beside editing it; below `/api/courses`. */
export const courseEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  importEndpoint,
  ...teamEndpoints,
  ...testEndpoints,
  endpoint('get', '/:id/publishing', (req) => describePublishing({ req, courseId: routeParam(req, 'id') })),
  endpoint('post', '/:id/publish', async (req) => {
    const courseId = routeParam(req, 'id')
    const release = await publishCourse({ req, courseId })
    const { state, username } = await describeCourseBot({ req, courseId })
    return { release: { id: release.id, number: release.number }, botUsername: username, botState: state }
  }),
  endpoint('post', '/:id/unpublish', (req) => unpublishCourse({ req, courseId: routeParam(req, 'id') })),
  endpoint('post', '/:id/archive', (req) =>
    setCourseArchived({ req, courseId: routeParam(req, 'id'), isArchived: true }),
  ),
  endpoint('post', '/:id/restore', (req) =>
    setCourseArchived({ req, courseId: routeParam(req, 'id'), isArchived: false }),
  ),
  endpoint('get', '/:id/bot', (req) => describeCourseBot({ req, courseId: routeParam(req, 'id') })),
  signedInEndpoint('post', '/:id/bot', async (req) => {
    const courseId = routeParam(req, 'id')
    const { token } = await parseBody(req, tokenBody)
    await attachBot({ req, courseId, token })
    return describeCourseBot({ req, courseId })
  }),
  signedInEndpoint('patch', '/:id/bot', async (req) => {
    const courseId = routeParam(req, 'id')
    const { isPaused, rendering } = await parseBody(req, botBody)
    if (isPaused !== undefined) await setBotPaused({ req, courseId, isPaused })
    if (rendering !== undefined) await setBotRendering({ req, courseId, rendering })
    return describeCourseBot({ req, courseId })
  }),
  botEndpoint('delete', '', removeBot),
  botEndpoint('post', '/request', requestBot),
  botEndpoint('delete', '/request', cancelBotRequest),
  botEndpoint('post', '/relink', relinkBot),
  botEndpoint('post', '/rotate', rotateBotToken),
  endpoint('post', '/:id/bot/proof', (req) => askForProof({ req, courseId: routeParam(req, 'id') })),
  signedInEndpoint('post', '/:id/transfer', async (req) => {
    const { email } = await parseBody(req, transferBody)
    await transferCourse({ req, courseId: routeParam(req, 'id'), email })
  }),
]
