import type { RunnerBot } from '../../contracts/runnerBots.ts'

/** Columns and joins of a bot as runners know it. A bot serves while its course is published. */
export const runnerBotSelect = `
  SELECT b.id, b.key, b.telegram_bot_id::float8 AS "telegramBotId", b.username, b.name,
         b.sealed_token AS "sealedToken", b.secret_version::int AS "secretVersion", b.changed_at AS "changedAt",
         (c.is_published AND NOT c.is_archived AND NOT b.is_paused AND c.current_release_id IS NOT NULL) AS "isServing",
         b.rendering, b.rich_refused_at AS "richRefusedAt", b.is_paused AS "isPaused", b.applied, c.current_release_id AS "releaseId", c.language
  FROM bots b JOIN courses c ON c.id = b.course_id
  WHERE b.sealed_token IS NOT NULL AND b.telegram_bot_id IS NOT NULL`

export type RunnerBotRow = Omit<RunnerBot, 'changedAt' | 'richRefusedAt'> & {
  changedAt: Date
  richRefusedAt: Date | null
  isPaused: boolean
  applied: Record<string, string>
  releaseId: string | null
  language: string
}

export const toRunnerBot = (row: RunnerBotRow): RunnerBot => ({
  id: row.id,
  key: row.key,
  telegramBotId: row.telegramBotId,
  username: row.username,
  name: row.name,
  sealedToken: row.sealedToken,
  secretVersion: row.secretVersion,
  isServing: row.isServing,
  rendering: row.rendering,
  richRefusedAt: row.richRefusedAt?.toISOString() ?? null,
  changedAt: row.changedAt.toISOString(),
})
