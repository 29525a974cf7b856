import { Composer } from 'grammy'

import { ownershipTexts } from '../../../locales/ownership.ts'
import { asking } from '../../asking.ts'
import { localeOf } from '../../localeOf.ts'
import type { RunnerContext } from '../../runnerContext.ts'
import { telegramPersonOf } from '../../telegramPersonOf.ts'
import { tell } from '../../tell.ts'

const form = /^\/start(?:@\w+)? own_([A-Za-z0-9_-]{1,60})$/

/** The creator opened a pasted bot with the link of its course's panel, and so shows whose it is. */
export const ownershipFeature = new Composer<RunnerContext>()

ownershipFeature.on('message:text', async (ctx, next) => {
  const nonce = form.exec(ctx.message.text)?.[1]
  if (nonce === undefined) return next()
  const { client, log } = ctx.services
  const request = { nonce, person: telegramPersonOf(ctx.from) }
  const { status, account } = await asking(client.proveOwnership(ctx.course.record.id, request))
  log.info({ bot: ctx.course.record.id, status }, 'ownership was to be shown')
  const texts = ownershipTexts[localeOf(ctx.from)]
  const text = status === 'proven' ? texts.proven(account) : texts[status]
  await tell({ api: ctx.api, log }, ctx.from.id, text)
})
