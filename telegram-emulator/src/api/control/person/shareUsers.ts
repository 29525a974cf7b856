import type { KeyboardButtonRequestUsers, SharedUser, UsersShared } from '@grammyjs/types'
import { z } from 'zod'

import type { Emulator } from '../../../emulator.ts'
import { botUser } from '../../../state/botUser.ts'
import { ControlError } from '../controlError.ts'
import type { Parties } from '../findParties.ts'
import { keyboardButtons } from './keyboardButton.ts'

export const usersSharedSchema = z.object({
  request_id: z.number().int(),
  user_ids: z.array(z.number().int()).min(1),
})

/** The person chooses people or bots for a request_users button, which must be there. */
export function shareUsers(
  emulator: Emulator,
  { bot, person }: Parties,
  { request_id, user_ids }: z.output<typeof usersSharedSchema>,
): UsersShared {
  const request = keyboardButtons(emulator.store.chat(bot.id, person.id))
    .map((button) => ('request_users' in button ? button.request_users : undefined))
    .find((candidate) => candidate?.request_id === request_id)
  if (!request)
    throw new ControlError(404, `users_shared.request_id: no button asks for people with ${request_id}`)
  const most = request.max_quantity ?? 1
  if (user_ids.length > most) throw new ControlError(400, `users_shared.user_ids: at most ${most}`)
  return { request_id, users: user_ids.map((id) => sharedUser(emulator, id, request)) }
}

function sharedUser({ store }: Emulator, id: number, request: KeyboardButtonRequestUsers): SharedUser {
  const bot = store.botById(id)
  const user = bot ? botUser(bot) : store.people.get(id)
  if (!user) throw new ControlError(404, `users_shared.user_ids: there is no person and no bot ${id}`)
  const { user_is_bot: wantsBot, user_is_premium: wantsPremium } = request
  if (wantsBot !== undefined && wantsBot !== user.is_bot)
    throw new ControlError(409, `users_shared.user_ids: ${id} is ${user.is_bot ? 'a bot' : 'not a bot'}`)
  if (wantsPremium !== undefined && wantsPremium !== (user.is_premium ?? false))
    throw new ControlError(409, `users_shared.user_ids: ${id} does not fit user_is_premium`)
  return {
    user_id: id,
    ...(request.request_name && { first_name: user.first_name }),
    ...(request.request_name && user.last_name && { last_name: user.last_name }),
    ...(request.request_username && user.username && { username: user.username }),
  }
}
