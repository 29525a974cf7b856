import type { Api } from 'grammy'

import { setupFailureOf } from '../fleet/setup/setupFailure.ts'

/**
 * Whether the platform bot's webhook leads to where it was set, null: nowhere. A token that is refused is not set up
 * either; while Telegram is away nothing else is known than before.
 */
export const isStillSetUp = async (api: Api, webhook: string | null): Promise<boolean> => {
  try {
    const { url = '' } = await api.getWebhookInfo()
    return url === (webhook ?? '')
  } catch (error) {
    return ['unavailable', 'limited'].includes(setupFailureOf(error).kind)
  }
}
