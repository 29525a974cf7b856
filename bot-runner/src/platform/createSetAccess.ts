import { GrammyError, type Api } from 'grammy'

import { TelegramNetworkError } from '../bot/telegramTransport.ts'
import type { SetAccess } from '../fleet/setup/accessPiece.ts'

const method = 'setManagedBotAccessSettings'

/** The platform bot says whom Telegram lets into the bots that it manages. That its own token is refused is no fault of theirs. */
export const createSetAccess =
  (api: Api): NonNullable<SetAccess> =>
  async (telegramBotId, { isRestricted, userIds }) => {
    try {
      await api.raw.setManagedBotAccessSettings({
        user_id: telegramBotId,
        is_access_restricted: isRestricted,
        ...(isRestricted && { added_user_ids: userIds }),
      })
    } catch (error) {
      if (error instanceof GrammyError && error.error_code === 401)
        throw new TelegramNetworkError(method, 'platformTokenRefused')
      throw error
    }
  }
