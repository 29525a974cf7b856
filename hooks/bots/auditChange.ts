import type { CollectionAfterChangeHook } from 'payload'

import type { AuditAct } from '../../src/contracts/auditActs.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { auditRequest } from '../../src/operations/audit/auditRequest.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { Bot } from '../../src/payload-types.ts'

const actOf = (bot: Bot, before: Bot): AuditAct | null => {
  if (bot.isRemoving && !before.isRemoving) return 'botRemoved'
  if (bot.telegramBotId !== before.telegramBotId) {
    if (bot.telegramBotId) return 'botAttached'
    // Said already, when it was wished.
    return before.isRemoving ? null : 'botRemoved'
  }
  if (bot.telegramBotId && bot.secretVersion !== before.secretVersion) return 'botTokenReplaced'
  return bot.rotateVersion != null && bot.rotateVersion !== before.rotateVersion ? 'botRotationAsked' : null
}

/** Who answers a course's learners has changed: whichever way, a person's or a runner's. */
export const auditChange: CollectionAfterChangeHook<Bot> = async ({ doc, operation, previousDoc, req }) => {
  const act = operation === 'update' ? actOf(doc, previousDoc) : null
  if (act === null) return
  await auditRequest(req, { act, on: slugs.bots, id: doc.id, details: { courseId: idOf(doc.course) } })
}
