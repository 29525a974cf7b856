import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { LessonEvent } from '../../src/contracts/lessonEvent.ts'
import type { RunnerAction, RunnerActionsResponse } from '../../src/contracts/runnerActions.ts'
import { nowIso } from '../../src/clock.ts'
import type { SystemEvent } from '../../src/lesson/engine/systemEvent.ts'
import { recomputeProgress, type DatedFact } from '../../src/lesson/engine/recomputeProgress.ts'
import { applySystemEvents } from '../../src/operations/applyActions/applySystemEvents.system.ts'
import { inClientTransaction } from '../../src/operations/inClientTransaction.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

let lastLearner = 990_000
const message = (text: string): LessonEvent => ({
  ...{ type: 'message', kind: 'text', text, file: null, messageId: 1 },
})
const document = (fileId: string): LessonEvent => ({
  ...{ type: 'message', kind: 'file', text: null, messageId: 1 },
  file: {
    ...{ kind: 'document', fileId, uniqueId: fileId, bytes: 10, name: `${fileId}.pdf`, mimeType: null },
    ...{ duration: null, albumId: null },
  },
})

describe('assignments over the actions endpoint', () => {
  let payload: Payload
  let byHand: Awaited<ReturnType<typeof buildTaughtCourse>>
  let atOnce: Awaited<ReturnType<typeof buildTaughtCourse>>
  beforeAll(async () => {
    payload = await getTestPayload()
    const points = { grading: 'points', maxPoints: 10 } as const
    const later = { autoApprove: 'afterDays', autoApproveDays: 3 } as const
    byHand = await buildTaughtCourse(payload, {
      steps: [assignmentStep('Owl', { ...points, ...later }), 'After'],
    })
    atOnce = await buildTaughtCourse(payload, {
      steps: [assignmentStep('Owl', { ...points, autoApprove: 'atOnce' }), 'After'],
    })
  })

  const send = async (actions: RunnerAction[]) => {
    const answer = await callApi<RunnerActionsResponse>('POST', '/runner/actions', {
      headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
      body: { actions, receipts: [] },
    })
    expect(answer.status).toBe(200)
    return answer.body.results
  }
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await payload.db.pool.query<Row>(text, values)).rows

  /** Learners who have begun, acting all at once. */
  const enter = async ({ bot }: typeof byHand, count = 1) => {
    const ids = Array.from({ length: count }, () => (lastLearner += 1))
    let version = 0
    const act = async (event?: LessonEvent) => {
      const actions = ids.map((telegramUserId) => buildAction({ botId: bot.id, telegramUserId, event }))
      const results = await send(actions)
      for (const effect of results[0]?.effects ?? []) if ('version' in effect) version = effect.version
      return { actions, results }
    }
    const tap = (action: 'begin' | 'next' | 'send') => act({ type: 'tap', tap: { action, version } })
    await act()
    await tap('begin')
    return { ids, act, tap }
  }
  type Row = { id: string; enrollment: string; step: string; attempt: number; status: string; score: number | null; files: string; items: { text: string | null; file: string | null }[]; history: { action: string; by: string | null }[]; reviewed: boolean } // prettier-ignore
  const rowsOf = (ids: number[]) =>
    query<Row>(
      `SELECT a.id, a.enrollment_id AS enrollment, a.step, a.attempt::int, a.status::text, a.score::float8, a.files_state::text AS files,
              a.items, a.history, a.reviewed_at IS NOT NULL AS reviewed
       FROM assignments a JOIN users u ON u.id = a.user_id
       WHERE u.telegram_id = ANY($1::numeric[]) ORDER BY u.telegram_id, a.attempt`,
      [ids],
    )
  const happens = (enrollmentId: string, event: SystemEvent) =>
    inClientTransaction(payload.db.pool, (client) =>
      applySystemEvents(client, { events: [{ enrollmentId, event }], now: nowIso(), whenHeld: 'wait' }),
    )

  it('should write what many hand in at once, each once, with their files and jobs', async () => {
    const learners = await enter(byHand, 20)
    await learners.act(message('Look'))
    await learners.act(document('owl'))
    const { actions, results } = await learners.tap('send')
    expect(results.every(({ effects }) => effects[0]?.type === 'submitted')).toBe(true)
    // The same updates come again, and the button is tapped again.
    expect((await send(actions)).map(({ status }) => status)).toEqual(actions.map(() => 'duplicate'))
    await learners.tap('send')

    const rows = await rowsOf(learners.ids)
    expect(rows).toHaveLength(20)
    for (const row of rows) {
      expect(row).toMatchObject({ attempt: 1, status: 'pending', score: null, files: 'waiting', history: [] })
      expect(row.items).toMatchObject([
        { kind: 'text', text: 'Look', file: null },
        { kind: 'document', name: 'owl.pdf', file: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      ])
    }
    const ids = rows.map(({ id }) => id)
    const [counts] = await query(
      `SELECT (SELECT count(*)::int FROM submission_files WHERE assignment_id = ANY($1::uuid[]) AND state = 'waiting') AS files,
              (SELECT count(*)::int FROM outbox WHERE topic = 'submission' AND subject = ANY($1::text[])) AS jobs,
              (SELECT count(*)::int FROM timers WHERE kind = 'autoApprove' AND enrollment_id = ANY($2::uuid[])) AS timers`,
      [ids, rows.map(({ enrollment }) => enrollment)],
    )
    expect(counts).toEqual({ files: 20, jobs: 20, timers: 20 })
  })

  it('should approve what nobody has reviewed, and wait for whoever is deciding just now', async () => {
    const learner = await enter(byHand)
    await learner.act(message('Look'))
    await learner.tap('send')
    const [row] = await rowsOf(learner.ids)
    if (row === undefined) throw new Error('nothing was handed in')
    const due = { type: 'timeUp', kind: 'autoApprove', stepId: row.step, attempt: 1 } as const
    const client = await payload.db.pool.connect()
    try {
      await client.query('BEGIN')
      await client.query('SELECT 1 FROM assignments WHERE id = $1 FOR UPDATE', [row.id])
      await expect(happens(row.enrollment, due)).rejects.toMatchObject({ code: '55P03' })
      await client.query('COMMIT')
    } finally {
      client.release()
    }
    await happens(row.enrollment, due)
    await happens(row.enrollment, due)
    expect(await rowsOf(learner.ids)).toMatchObject([
      { status: 'approved', score: 10, reviewed: true, history: [{ action: 'approved', by: null }] },
    ])
    const [progress] = await query(
      `SELECT p.is_completed AS done, p.score::float8, p.attempts_count::int AS attempts FROM progress p
       JOIN enrollments e ON e.user_id = p.user_id WHERE e.id = $1 AND p.step = $2`,
      [row.enrollment, row.step],
    )
    expect(progress).toEqual({ done: true, score: 100, attempts: 1 })
  })

  it('should approve at once where nobody has to look, and agree with its facts', async () => {
    const learner = await enter(atOnce)
    await learner.act(message('Look'))
    const { results } = await learner.tap('send')
    expect(results[0]?.effects).toMatchObject([{ type: 'submitted', isApproved: true, next: 'next' }])
    const [row] = await rowsOf(learner.ids)
    expect(row).toMatchObject({ status: 'approved', score: 10, reviewed: true, files: 'kept' })
    const facts = await query<DatedFact>(
      `SELECT type, step_id AS "stepId", release_id AS "releaseId", data, at FROM facts WHERE enrollment_id = $1 ORDER BY at`,
      [row?.enrollment],
    )
    expect(recomputeProgress(facts).assignments).toEqual({ [row?.step ?? '']: { attempts: 1, best: 100 } })
  })

  it('should take another answer after a rejection, and leave the first as it was', async () => {
    const learner = await enter(byHand)
    await learner.act(message('One'))
    await learner.tap('send')
    const [first] = await rowsOf(learner.ids)
    if (first === undefined) throw new Error('nothing was handed in')
    await happens(first.enrollment, {
      ...{ type: 'reviewed', stepId: first.step, attempt: 1, verdict: 'rejected', score: 2 },
      ...{ comment: 'No', voice: null, isAutomatic: false },
    })
    await learner.act(message('Two'))
    await learner.tap('send')
    const rows = await rowsOf(learner.ids)
    expect(rows.map(({ attempt, items }) => [attempt, items[0]?.text])).toEqual([
      [1, 'One'],
      [2, 'Two'],
    ])
    expect(rows[0]?.items).toEqual(first.items)
  })
})
