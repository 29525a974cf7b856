import type { PayloadRequest } from 'payload'

import type { ReviewVerdict } from '../../contracts/review.ts'
import { activeUser } from '../../access/activeUser.ts'
import { slugs } from '../../contracts/slugs.ts'
import { describeFailure } from '../../errors/describeFailure.ts'
import { localeFrom } from '../../i18n/translate.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import { decideSubmission } from './decideSubmission.system.ts'
import { reviewing } from './reviewing.ts'

/** What became of one of many. */
export type BulkRow =
  { id: string; status: 'done' } | { id: string; status: 'refused'; code: string; message: string }

/**
 * Decides many submissions alike, each by itself: what one is refused for keeps back no other.
 * @param options.isFullScore whether what is graded with points gets all of them
 */
export const decideMany = async (
  req: PayloadRequest,
  options: { ids: string[]; verdict: ReviewVerdict; comment: string | null; isFullScore: boolean },
): Promise<{ rows: BulkRow[] }> => {
  const { verdict, comment, isFullScore } = options
  const rows: BulkRow[] = []
  for (const id of new Set(options.ids)) {
    try {
      await reviewing(req, async (client, about) => {
        const { rows: found } = await client.query<{ max: number | null }>(
          'SELECT max_score::float8 AS max FROM assignments WHERE id = $1',
          [id],
        )
        const score = isFullScore ? (found[0]?.max ?? null) : null
        await decideSubmission(client, {
          submissionId: id,
          ...about,
          decision: { verdict, comment, score, voice: null },
        })
        await recordAudit(client, {
          act: 'reviewedInBulk',
          actor: activeUser(req),
          on: slugs.assignments,
          id,
          details: { verdict },
        })
      })
      rows.push({ id, status: 'done' })
    } catch (error) {
      const { code, message, status } = describeFailure(error, localeFrom(req.i18n?.language))
      if (status === 401) throw error
      if (status >= 500) req.payload.logger.error({ err: error }, 'a submission could not be decided')
      rows.push({ id, status: 'refused', code, message })
    }
  }
  return { rows }
}
