import type { PoolClient } from 'pg'

/** The reviewer's next message decides nothing, about this submission if one is named. */
export const endPrompt = async (
  client: PoolClient,
  { userId, submissionId = null }: { userId: string; submissionId?: string | null },
): Promise<void> => {
  await client.query(
    `DELETE FROM review_prompts WHERE user_id = $1::uuid AND ($2::text IS NULL OR submission = $2::text)`,
    [userId, submissionId],
  )
}
