import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'

export function readUserId({ parameters }: Pick<BotApiCall, 'parameters'>): number {
  const id = parameters.identifier('user_id')
  if (id <= 0) throw badRequest('invalid user_id specified')
  return id
}
