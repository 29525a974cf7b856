import { accountSchema } from '../../contracts/api/account.ts'
import { apiRoute } from '../apiRoute.ts'

export const profileRoutes = [
  apiRoute({
    method: 'get',
    path: '/users/profile',
    operationId: 'getProfile',
    tag: 'Users',
    summary: 'Your own account',
    access: 'session',
    answer: accountSchema,
    handle: async ({ caller }) => caller.account,
  }),
]
