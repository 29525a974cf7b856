import type { BotApiMethod } from '../botApiCall.ts'
import { webhookInfo } from '../webhookInfo.ts'

export const getWebhookInfo: BotApiMethod = ({ emulator, bot }) => webhookInfo(emulator, bot)
