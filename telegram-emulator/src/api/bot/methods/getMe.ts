import { botUserFromGetMe } from '../../../state/botUser.ts'
import type { BotApiMethod } from '../botApiCall.ts'

export const getMe: BotApiMethod = ({ bot }) => botUserFromGetMe(bot)
