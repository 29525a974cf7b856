import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { Bot, Release } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'

/** What is tested in a bot; null: no test is open. */
export const findPreview = async (options: { req: PayloadRequest; bot: Bot }): Promise<Release | null> => {
  const { req, bot } = options
  const id = idOf(bot.previewRelease)
  return id === null
    ? null
    : req.payload.findByID({ collection: slugs.releases, id, disableErrors: true, req })
}
