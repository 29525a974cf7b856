import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import { slugs } from '../../contracts/slugs.ts'
import { sealToken } from '../../contracts/tokenSeal.ts'
import { readEnv } from '../../env.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Bot } from '../../payload-types.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { askForBot } from './askForBot.system.ts'
import { closeRequest } from './closeRequest.system.ts'
import { lockBot } from './lockBot.ts'
import { releaseBot } from './releaseBot.system.ts'

/**
 * A token that Telegram refused proves nothing: it does not keep a bot from its owner. But neither does a pasted one
 * that Telegram has not seen yet, which takes no known bot from another creator.
 */
const mayBeReleased = async (req: PayloadRequest, holder: Bot): Promise<boolean> => {
  if (holder.state !== 'needsRelink') return false
  if (!holder.isProven && !holder.isManaged) return true
  const user = activeUser(req)
  const course = await req.payload.findByID({
    collection: slugs.courses,
    id: idOf(holder.course) ?? '',
    depth: 0,
    joins: false,
    req,
  })
  return user !== null && (user.role === 'admin' || idOf(course.creator) === user.id)
}

const tokenForm = /^(\d{5,16}):[A-Za-z0-9_-]{35}$/

/**
 * Gives the course the bot of a pasted BotFather token. The token is sealed at once; whether Telegram
 * takes it, the runner finds out (`getMe`) and reports into the bot's state. Before it teaches, its owner
 * shows by `/start` whose it is, unless that is known of this very bot.
 * @throws {AppError} tokenMalformed (422), botServesAnotherCourse (409), courseNotFound (404)
 */
export const attachBot = async (options: {
  req: PayloadRequest
  courseId: string
  token: string
}): Promise<void> => {
  const { req, courseId } = options
  const token = options.token.trim()
  const telegramBotId = Number(tokenForm.exec(token)?.[1])
  if (!Number.isSafeInteger(telegramBotId))
    throw new AppError({ code: 'tokenMalformed', status: 422, details: { path: 'token' } })
  const sealedToken = await sealToken(readEnv().TOKEN_KEYS, token)

  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await lockCourse({ req, courseId })
    await lockBot({ req, telegramBotId })
    const bot = await askForBot({ req, courseId })
    const { docs } = await req.payload.find({
      collection: slugs.bots,
      where: { telegramBotId: { equals: telegramBotId }, id: { not_equals: bot.id } },
      limit: 1,
      pagination: false,
      req,
    })
    const [holder] = docs
    if (holder && (await mayBeReleased(req, holder))) await releaseBot({ req, botId: holder.id })
    else if (holder)
      throw new AppError({ code: 'botServesAnotherCourse', status: 409, details: { path: 'token' } })
    await closeRequest({ req, courseId, state: 'cancelled' })
    const isSameBot = bot.telegramBotId === telegramBotId
    await req.payload.update({
      collection: slugs.bots,
      id: bot.id,
      data: {
        sealedToken,
        telegramBotId,
        state: 'settingUp',
        secretVersion: bot.secretVersion + 1,
        applied: isSameBot ? bot.applied : {},
        username: isSameBot ? bot.username : null,
        name: isSameBot ? bot.name : null,
        isManaged: isSameBot && bot.isManaged,
        isProven: isSameBot && bot.isProven,
        ownerTelegramId: isSameBot ? bot.ownerTelegramId : null,
        isRemoving: false,
        farewell: isSameBot ? bot.farewell : null,
        farewellCursor: isSameBot ? bot.farewellCursor : null,
        rotateVersion: null,
        errorCode: null,
        errorDescription: null,
        nextTryAt: null,
        changedAt: new Date().toISOString(),
      },
      req,
    })
  })
}
