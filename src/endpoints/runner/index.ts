import type { Config, PayloadRequest } from 'payload'

import { erasureRequestSchema } from '../../contracts/erasure.ts'
import { farewellsBackRequestSchema } from '../../contracts/farewell.ts'
import { joinTestRequestSchema } from '../../contracts/joinTest.ts'
import {
  botTokenRequestSchema,
  chooseCourseRequestSchema,
  draftCourseRequestSchema,
  linkAccountRequestSchema,
  managedBotRequestSchema,
  ownershipRequestSchema,
  platformReportSchema,
  unlinkAccountRequestSchema,
} from '../../contracts/platform.ts'
import { runnerActionsRequestSchema } from '../../contracts/runnerActions.ts'
import { runnerBotCheckSchema, runnerBotReportSchema } from '../../contracts/runnerBots.ts'
import {
  runnerFilesQuerySchema,
  runnerFilesRequestSchema,
  runnerLinksRequestSchema,
} from '../../contracts/runnerMedia.ts'
import { noticeReportSchema } from '../../contracts/runnerNotices.ts'
import { lostFileRequestSchema } from '../../contracts/runnerSubmissions.ts'
import { AppError } from '../../errors/AppError.ts'
import { confirmTelegramLink } from '../../operations/accounts/confirmTelegramLink.system.ts'
import { unlinkByTelegram } from '../../operations/accounts/unlinkByTelegram.system.ts'
import { applyActions } from '../../operations/applyActions/applyActions.system.ts'
import { claimFarewells } from '../../operations/bots/claimFarewells.system.ts'
import { giveFarewellsBack } from '../../operations/bots/giveFarewellsBack.system.ts'
import { proveOwnership } from '../../operations/bots/proveOwnership.system.ts'
import { saveBotToken } from '../../operations/bots/saveBotToken.system.ts'
import { joinTest } from '../../operations/courseTest/joinTest.system.ts'
import { describeErasure } from '../../operations/erasure/describeErasure.system.ts'
import { eraseLearner } from '../../operations/erasure/eraseLearner.system.ts'
import { checkAllBots } from '../../operations/fleet/checkAllBots.system.ts'
import { recordCheck } from '../../operations/fleet/recordCheck.system.ts'
import { createMediaLinks } from '../../operations/media/createMediaLinks.system.ts'
import { openFile } from '../../operations/media/openFile.system.ts'
import { claimNotice } from '../../operations/notices/claimNotice.system.ts'
import { findNotice } from '../../operations/notices/findNotice.system.ts'
import { reportNotice } from '../../operations/notices/reportNotice.system.ts'
import { chooseCourse } from '../../operations/platform/chooseCourse.system.ts'
import { describeBotAlert } from '../../operations/platform/describeBotAlert.system.ts'
import { draftCourse } from '../../operations/platform/draftCourse.system.ts'
import { listCreatorCourses } from '../../operations/platform/listCreatorCourses.system.ts'
import { noticeManagedBot } from '../../operations/platform/noticeManagedBot.system.ts'
import { reportPlatform } from '../../operations/platform/reportPlatform.system.ts'
import { completeOutboxRow } from '../../operations/runner/completeOutboxRow.system.ts'
import { findBotFiles } from '../../operations/runner/findBotFiles.system.ts'
import { getBotPicture } from '../../operations/runner/getBotPicture.system.ts'
import { getLearnerRelease } from '../../operations/runner/getLearnerRelease.system.ts'
import { getRunnerBot } from '../../operations/runner/getRunnerBot.system.ts'
import { getUnsentDelivery } from '../../operations/runner/getUnsentDelivery.system.ts'
import { listRunnerBots } from '../../operations/runner/listRunnerBots.system.ts'
import { noteRichRefused } from '../../operations/runner/noteRichRefused.system.ts'
import { reportBot } from '../../operations/runner/reportBot.system.ts'
import { saveBotFiles } from '../../operations/runner/saveBotFiles.system.ts'
import { describeFiles } from '../../operations/submissionFiles/describeFiles.system.ts'
import { keepFile } from '../../operations/submissionFiles/keepFile.system.ts'
import { loseFile } from '../../operations/submissionFiles/loseFile.system.ts'
import { settleFiles } from '../../operations/submissionFiles/settleFiles.system.ts'
import { routeParam } from '../endpoint.ts'
import { parseBody } from '../parseBody.ts'
import { reviewEndpoints } from './reviewEndpoints.ts'
import { runnerEndpoint } from './runnerEndpoint.ts'

const telegramIdFrom = (value: unknown): number => {
  const id = Number(value)
  if (!Number.isSafeInteger(id) || id <= 0) throw new AppError({ code: 'notFound', status: 404 })
  return id
}

const telegramBotIdOf = (req: PayloadRequest): number => telegramIdFrom(routeParam(req, 'id'))

const hashesOf = (req: PayloadRequest): string[] => {
  const parsed = runnerFilesQuerySchema.safeParse(req.query.hashes)
  if (!parsed.success) throw new AppError({ code: 'inputInvalid', status: 422, details: { path: 'hashes' } })
  return parsed.data
}

/** For bot-runners alone; the shapes are those of `src/contracts`. */
export const runnerEndpoints: NonNullable<Config['endpoints']> = [
  runnerEndpoint('post', '/actions', async (req) =>
    applyActions({ payload: req.payload, request: await parseBody(req, runnerActionsRequestSchema) }),
  ),
  runnerEndpoint('get', '/bots', (req) => {
    const { changedAfter, key } = req.query as { changedAfter?: string; key?: string }
    return listRunnerBots({ payload: req.payload, changedAfter, key })
  }),
  runnerEndpoint('get', '/bots/:id', (req) =>
    getRunnerBot({ payload: req.payload, botId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('post', '/bots/:id/report', async (req) =>
    reportBot({ req, botId: routeParam(req, 'id'), report: await parseBody(req, runnerBotReportSchema) }),
  ),
  runnerEndpoint('post', '/bots/check', (req) => checkAllBots(req.payload)),
  runnerEndpoint('post', '/bots/:id/check', async (req) =>
    recordCheck({ req, botId: routeParam(req, 'id'), check: await parseBody(req, runnerBotCheckSchema) }),
  ),
  runnerEndpoint('post', '/bots/:id/rich-refused', (req) =>
    noteRichRefused({ payload: req.payload, botId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('post', '/bots/:id/farewells', (req) =>
    claimFarewells({ req, botId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('post', '/bots/:id/farewells/back', async (req) =>
    giveFarewellsBack({
      req,
      botId: routeParam(req, 'id'),
      request: await parseBody(req, farewellsBackRequestSchema),
    }),
  ),
  runnerEndpoint('get', '/bots/:id/picture', (req) => getBotPicture(req, routeParam(req, 'id'))),
  runnerEndpoint('post', '/bots/:id/token', async (req) =>
    saveBotToken({ req, botId: routeParam(req, 'id'), request: await parseBody(req, botTokenRequestSchema) }),
  ),
  runnerEndpoint('post', '/bots/:id/ownership', async (req) =>
    proveOwnership({
      req,
      botId: routeParam(req, 'id'),
      request: await parseBody(req, ownershipRequestSchema),
    }),
  ),
  runnerEndpoint('post', '/tests/join', async (req) =>
    joinTest(req, await parseBody(req, joinTestRequestSchema)),
  ),
  runnerEndpoint('post', '/platform', async (req) =>
    reportPlatform({ req, report: await parseBody(req, platformReportSchema) }),
  ),
  runnerEndpoint('post', '/platform/link', async (req) =>
    confirmTelegramLink(req, await parseBody(req, linkAccountRequestSchema)),
  ),
  runnerEndpoint('post', '/platform/unlink', async (req) =>
    unlinkByTelegram(req, await parseBody(req, unlinkAccountRequestSchema)),
  ),
  runnerEndpoint('post', '/platform/managed-bot', async (req) =>
    noticeManagedBot(req, await parseBody(req, managedBotRequestSchema)),
  ),
  runnerEndpoint('post', '/platform/choose', async (req) =>
    chooseCourse(req, await parseBody(req, chooseCourseRequestSchema)),
  ),
  runnerEndpoint('get', '/platform/courses', (req) =>
    listCreatorCourses(req, telegramIdFrom(req.query.telegramUserId)),
  ),
  runnerEndpoint('post', '/platform/courses', async (req) =>
    draftCourse(req, await parseBody(req, draftCourseRequestSchema)),
  ),
  ...reviewEndpoints,
  runnerEndpoint('get', '/platform/alerts/:id', (req) => describeBotAlert(req, routeParam(req, 'id'))),
  runnerEndpoint('get', '/files/:id', (req) =>
    findBotFiles({ payload: req.payload, telegramBotId: telegramBotIdOf(req), hashes: hashesOf(req) }),
  ),
  runnerEndpoint('post', '/files/:id', async (req) =>
    saveBotFiles({
      payload: req.payload,
      telegramBotId: telegramBotIdOf(req),
      ...(await parseBody(req, runnerFilesRequestSchema)),
    }),
  ),
  runnerEndpoint('post', '/media/links', async (req) =>
    createMediaLinks({ req, ...(await parseBody(req, runnerLinksRequestSchema)) }),
  ),
  runnerEndpoint('get', '/media/:id', async (req) => openFile(req, routeParam(req, 'id'))),
  runnerEndpoint('get', '/submissions/:id', (req) =>
    describeFiles({ payload: req.payload, subjectId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('post', '/submissions/:id/settled', (req) =>
    settleFiles({ payload: req.payload, subjectId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('post', '/submissions/files/:id', (req) => keepFile({ req, id: routeParam(req, 'id') })),
  runnerEndpoint('post', '/submissions/files/:id/lost', async (req) =>
    loseFile({
      payload: req.payload,
      id: routeParam(req, 'id'),
      ...(await parseBody(req, lostFileRequestSchema)),
    }),
  ),
  runnerEndpoint('get', '/releases/:id', (req) =>
    getLearnerRelease({ payload: req.payload, releaseId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('get', '/deliveries/:id', (req) =>
    getUnsentDelivery({ payload: req.payload, enrollmentId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('get', '/notices/:id', (req) => findNotice(req.payload, routeParam(req, 'id'))),
  runnerEndpoint('post', '/notices/:id/claim', (req) => claimNotice(req.payload, routeParam(req, 'id'))),
  runnerEndpoint('post', '/notices/:id/report', async (req) =>
    reportNotice(req.payload, routeParam(req, 'id'), await parseBody(req, noticeReportSchema)),
  ),
  runnerEndpoint('get', '/erasures/:id', (req) =>
    describeErasure({ payload: req.payload, enrollmentId: routeParam(req, 'id') }),
  ),
  runnerEndpoint('post', '/erasures/:id', async (req) => {
    await parseBody(req, erasureRequestSchema)
    await eraseLearner({ req, enrollmentId: routeParam(req, 'id') })
  }),
  runnerEndpoint('post', '/outbox/:id/done', (req) =>
    completeOutboxRow({ payload: req.payload, outboxId: routeParam(req, 'id') }),
  ),
]
