import type { PoolClient } from 'pg'

import type { ReviewQuestion } from '../../contracts/platformReview.ts'
import type { ReviewVerdict } from '../../contracts/review.ts'
import { AppError } from '../../errors/AppError.ts'
import { findAssignment } from '../assignments/findAssignment.system.ts'

type Row = { learnerName: string; maxScore: number | null; step: string; release: string }

/** What a reviewer is asked who is about to decide. @throws {AppError} notFound (404) */
export const describeQuestion = async (
  client: PoolClient,
  { submissionId, verdict }: { submissionId: string; verdict: ReviewVerdict },
): Promise<ReviewQuestion> => {
  const { rows } = await client.query<Row>(
    `SELECT learner_name AS "learnerName", max_score::float8 AS "maxScore", step, release
     FROM assignments WHERE id = $1::uuid`,
    [submissionId],
  )
  const [row] = rows
  if (row === undefined) throw new AppError({ code: 'notFound', status: 404 })
  const { learnerName, maxScore } = row
  return {
    verdict,
    learnerName,
    maxScore,
    passPoints: (await findAssignment(client, row))?.passPoints ?? null,
  }
}
