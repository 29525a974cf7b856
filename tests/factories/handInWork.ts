import type { Payload } from 'payload'

import type { SentFile } from '../../src/contracts/lessonEvent.ts'
import type { RunnerAction } from '../../src/contracts/runnerActions.ts'
import { applyActions } from '../../src/operations/applyActions/applyActions.system.ts'
import { buildAction } from './buildAction.ts'

/** A learner begins a course whose first step is an assignment, or goes on there, and hands this text in. @returns its id */
export const handInWork = async (
  payload: Payload,
  options: {
    botId: string
    telegramUserId: number
    text: string
    file?: SentFile
    name?: string
    isAgain?: boolean
  },
): Promise<string> => {
  const { botId, telegramUserId, text, file, name = 'Ann', isAgain = false } = options
  const { pool } = payload.db
  const about = `FROM enrollments e JOIN users u ON u.id = e.user_id JOIN bots b ON b.course_id = e.course_id
    WHERE u.telegram_id = $1::numeric AND b.id = $2::uuid`
  const versionOf = async () =>
    (await pool.query<{ version: number }>(`SELECT (e.state->>'version')::int AS version ${about}`, [telegramUserId, botId])).rows[0]?.version ?? 0 // prettier-ignore
  const act = (event: RunnerAction['event']) =>
    applyActions({
      payload,
      request: {
        actions: [buildAction({ botId, telegramUserId, event, learner: { firstName: name } })],
        receipts: [],
      },
    })
  if (!isAgain) await act({ type: 'start', payload: null })
  const begin = isAgain ? 'resume' : 'begin'
  await act({ type: 'tap', tap: { action: begin, version: await versionOf() } })
  await act({ type: 'message', kind: 'text', text, file: null, messageId: 1 })
  if (file) await act({ type: 'message', kind: 'file', text: null, file, messageId: 2 })
  await act({ type: 'tap', tap: { action: 'send', version: await versionOf() } })
  const { rows } = await pool.query<{ id: string }>(
    `SELECT a.id FROM assignments a WHERE a.enrollment_id = (SELECT e.id ${about}) ORDER BY a.attempt DESC LIMIT 1`,
    [telegramUserId, botId],
  )
  if (rows[0] === undefined) throw new Error('nothing was handed in')
  return rows[0].id
}
