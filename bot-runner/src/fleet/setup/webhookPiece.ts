import type { Update } from 'grammy/types'

import { hadWebhook, webhookMarks } from '../../../../src/contracts/webhookMarks.ts'
import { hashOf, type Piece } from './wishedPieces.ts'

/** How updates reach the runner: by webhook at this address with this secret, or (null) by polling. */
export type WebhookTarget = { url: string; secret: string } | null

export type AllowedUpdates = readonly Exclude<keyof Update, 'update_id'>[]

/** Named each time: Telegram keeps the last list when it is left out. */
export const allowedUpdates = [
  'message',
  'callback_query',
  'my_chat_member',
  'poll_answer',
] as const satisfies AllowedUpdates

const maxConnections = 100

const removal = (hash: string): Piece => ({
  name: 'webhook',
  hash,
  // What has come in the meantime is kept: it belongs to learners.
  apply: (api) => api.raw.deleteWebhook({ drop_pending_updates: false }),
})

/** Whether the bot had a webhook already, and it has to be set again. */
export const isRearm = (piece: Piece, appliedBefore: string | undefined): boolean =>
  piece.hash !== appliedBefore && hadWebhook(appliedBefore) && hadWebhook(piece.hash)

/** @param isListening whether updates are to come at all */
export const webhookPiece = (isListening: boolean, target: WebhookTarget): Piece => {
  if (!isListening) return removal(webhookMarks.none)
  if (target === null) return removal(webhookMarks.polling)
  return {
    name: 'webhook',
    hash: hashOf([target.url, target.secret, allowedUpdates, maxConnections]),
    apply: (api) =>
      api.raw.setWebhook({
        url: target.url,
        secret_token: target.secret,
        allowed_updates: [...allowedUpdates],
        max_connections: maxConnections,
      }),
  }
}
