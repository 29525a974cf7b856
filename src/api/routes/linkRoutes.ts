import { telegramLinkCodeSchema, telegramLinkSchema } from '../../contracts/api/telegramLink.ts'
import { askForTelegramLink } from '../../operations/accounts/askForTelegramLink.ts'
import { describeTelegramLink } from '../../operations/accounts/describeTelegramLink.ts'
import { unlinkTelegram } from '../../operations/accounts/unlinkTelegram.ts'
import { consumeLimit } from '../../operations/identities/consumeLimit.ts'
import { forgetCaller } from '../../operations/identities/findCaller.system.ts'
import { processState } from '../../processState.ts'
import { apiRoute } from '../apiRoute.ts'

const path = '/users/telegram-link' as const
const tag = 'Users' as const

export const linkRoutes = [
  apiRoute({
    method: 'get',
    path,
    operationId: 'getTelegramLink',
    tag,
    summary: 'Whether a Telegram account is linked to yours',
    access: 'account',
    answer: telegramLinkSchema,
    handle: async ({ act }) => describeTelegramLink(await act()),
  }),
  apiRoute({
    method: 'post',
    path,
    operationId: 'askForTelegramLink',
    tag,
    summary: 'A link by which a Telegram account is linked to yours',
    description: 'It is opened in Telegram and is good for one use within ten minutes.',
    access: 'account',
    answer: telegramLinkCodeSchema,
    isSecret: true,
    refusals: { 409: 'This installation has no platform bot' },
    handle: async ({ act, caller }) => {
      await consumeLimit(processState().linkLimiter, caller.account.id)
      return askForTelegramLink(await act())
    },
  }),
  apiRoute({
    method: 'delete',
    path,
    operationId: 'unlinkTelegram',
    tag,
    summary: 'Take the Telegram account from yours',
    description: 'What was learned in its chats stays with it. All other sessions end.',
    access: 'account',
    refusals: { 409: 'None is linked, or the account would be lost since it has no e-mail address' },
    handle: async ({ act, caller }) => {
      await unlinkTelegram(await act(), caller.sessionId)
      forgetCaller(caller.sessionId)
    },
  }),
]
