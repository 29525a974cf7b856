import type { RunnerBot } from '../../contracts/runnerBots.ts'

/** A bot serves its course while that is published and the bot's owner is known. */
const servingCondition = `(c.is_published AND NOT c.is_archived AND c.current_release_id IS NOT NULL
  AND b.is_proven AND NOT b.is_paused AND NOT b.is_removing)`

/** Whether somebody may try the course in it. */
const testingCondition = `(b.preview_release_id IS NOT NULL AND NOT c.is_archived
  AND b.is_proven AND NOT b.is_paused AND NOT b.is_removing)`

/** Columns and joins of a bot as runners know it. */
export const runnerBotSelect = `
  SELECT b.id, b.key, b.telegram_bot_id::float8 AS "telegramBotId", b.username, b.name,
         b.sealed_token AS "sealedToken", b.secret_version::int AS "secretVersion", b.changed_at AS "changedAt",
         ${servingCondition} AS "isServing", b.is_managed AS "isManaged", b.is_proven AS "isProven",
         (${servingCondition} OR ${testingCondition} OR NOT (b.is_proven OR b.is_removing)) AS "isListening",
         ${testingCondition} AS "isTesting", b.is_removing AS "isRemoving", c.id AS "courseId",
         coalesce(b.rotate_version = b.secret_version, false) AS "isRotating",
         b.rendering, b.rich_refused_at AS "richRefusedAt", b.is_paused AS "isPaused", b.applied, c.current_release_id AS "releaseId", c.language
  FROM bots b JOIN courses c ON c.id = b.course_id
  WHERE b.sealed_token IS NOT NULL AND b.telegram_bot_id IS NOT NULL`

export type RunnerBotRow = Omit<RunnerBot, 'changedAt' | 'richRefusedAt'> & {
  changedAt: Date
  richRefusedAt: Date | null
  isPaused: boolean
  isProven: boolean
  isTesting: boolean
  isRemoving: boolean
  courseId: string
  isRotating: boolean
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
  isListening: row.isListening,
  isManaged: row.isManaged,
  rendering: row.rendering,
  richRefusedAt: row.richRefusedAt?.toISOString() ?? null,
  changedAt: row.changedAt.toISOString(),
})
