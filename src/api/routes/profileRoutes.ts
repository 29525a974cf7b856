import { accountSchema } from '../../contracts/api/account.ts'
import {
  confirmEmailSchema,
  paymentPageSchema,
  profileChangeSchema,
  upgradeSchema,
} from '../../contracts/api/profile.ts'
import { changeProfile } from '../../operations/profile/changeProfile.ts'
import { confirmEmail } from '../../operations/profile/confirmEmail.ts'
import { startUpgrade } from '../../payments/startUpgrade.system.ts'
import { apiRoute } from '../apiRoute.ts'

const tag = 'Users' as const

export const profileRoutes = [
  apiRoute({
    method: 'get',
    path: '/users/profile',
    operationId: 'getProfile',
    tag,
    summary: 'Your own account',
    access: 'session',
    answer: accountSchema,
    handle: async ({ caller }) => caller.account,
  }),
  apiRoute({
    method: 'put',
    path: '/users/profile',
    operationId: 'changeProfile',
    tag,
    summary: 'Change your own account',
    description:
      'A new address is `unconfirmedEmail` for an hour, until the code is brought that is sent there. It is answered the same when it belongs to another account already.',
    access: 'account',
    body: profileChangeSchema,
    answer: accountSchema,
    refusals: { 409: 'The name is Telegram’s to say', 503: 'This installation sends no mail' },
    handle: ({ payload, env, caller, body, locale }) =>
      changeProfile({ payload, env, caller, change: body, locale }),
  }),
  apiRoute({
    method: 'post',
    path: '/users/upgrade',
    operationId: 'upgradePlan',
    tag,
    summary: 'Pay for a creator’s plan',
    description:
      'Answers where to pay. The plan is the account’s as soon as Stripe says that it is paid. With a subscription already, the page is where it is changed, renewed or paid.',
    access: 'account',
    isRepeatable: true,
    body: upgradeSchema,
    answer: paymentPageSchema,
    refusals: { 409: 'You have this plan', 503: 'No plans are sold here, or payments cannot be reached' },
    handle: ({ payload, env, caller, body, locale }) =>
      startUpgrade({ payload, env, account: caller.account, plan: body.plan, locale }),
  }),
  apiRoute({
    method: 'post',
    path: '/auth/email/confirm',
    operationId: 'confirmEmail',
    tag,
    summary: 'Confirm an address with the code that was sent there',
    description: 'Each code is good for five tries within an hour.',
    access: 'account',
    isRepeatable: true,
    body: confirmEmailSchema,
    answer: accountSchema,
    refusals: { 409: 'The code is not good, or not any more' },
    handle: ({ payload, env, caller, body, locale }) =>
      confirmEmail({ payload, secret: env.PAYLOAD_SECRET, caller, code: body.code, locale }),
  }),
]
