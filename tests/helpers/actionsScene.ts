import type { Payload } from 'payload'
import { expect } from 'vitest'

import type { RunnerAction, RunnerActionsResponse, RunnerReceipt } from '../../src/contracts/runnerActions.ts'
import type { RunnerDeliveryResponse } from '../../src/contracts/runnerDelivery.ts'
import { buildAction, tap } from '../factories/buildAction.ts'
import type { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { callApi } from './getTestPayload.ts'

export type Taught = Awaited<ReturnType<typeof buildTaughtCourse>>
type Result = RunnerActionsResponse['results'][number]

/** What a runner says of learners of a course, and what became of them. @param given there once the tests have begun */
export const actionsScene = (given: () => { payload: Payload; taught: Taught }) => {
  const headers = () => ({ authorization: `Bearer ${process.env.RUNNER_SECRET}` })
  const send = async (actions: RunnerAction[], receipts: RunnerReceipt[] = []): Promise<Result[]> => {
    const body = { actions, receipts }
    const answer = await callApi<RunnerActionsResponse>('POST', '/runner/actions', {
      headers: headers(),
      body,
    })
    expect(answer.status).toBe(200)
    return answer.body.results
  }
  const act = async (action: RunnerAction): Promise<Result> => (await send([action]))[0] as Result
  const by = (telegramUserId: number, event?: RunnerAction['event'], { bot } = given().taught) =>
    buildAction({ botId: bot.id, telegramUserId, event })
  const versionOf = ({ effects }: Result): number =>
    effects.reduce((version, effect) => ('version' in effect ? effect.version : version), 0)
  /** Starts and begins: the learner stands on the first step. */
  const begin = async (telegramUserId: number, course = given().taught) => {
    const welcome = await act(by(telegramUserId, undefined, course))
    return act(by(telegramUserId, tap('begin', versionOf(welcome)), course))
  }
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await given().payload.db.pool.query<Row>(text, values)).rows
  const enrollmentOf = async (telegramUserId: number, { course } = given().taught) => {
    const [row] = await query<{ id: string; state: { status: string; isBlocked: boolean; stepId: string | null }; updates: { id: number; effects?: unknown[] }[]; percent: number; status: string }>(
      `SELECT e.id, e.state, e.updates, e.progress_percent::int AS percent, e.status::text AS status
       FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = $1 AND e.course_id = $2`,
      [telegramUserId, course.id],
    )
    return row
  } // prettier-ignore
  const factsOf = async (telegramUserId: number) =>
    (await query<{ type: string }>(
      'SELECT f.type FROM facts f JOIN users u ON u.id = f.user_id WHERE u.telegram_id = $1 ORDER BY f.at, f.type',
      [telegramUserId],
    )).map(({ type }) => type) // prettier-ignore
  const delivery = async (telegramUserId: number) => {
    const { id = '' } = (await enrollmentOf(telegramUserId)) ?? {}
    return callApi<RunnerDeliveryResponse>('GET', `/runner/deliveries/${id}`, { headers: headers() })
  }
  const receipt = (action: RunnerAction, more: Partial<RunnerReceipt> = {}): RunnerReceipt => ({
    botId: action.botId,
    telegramUserId: action.learner.telegramUserId,
    updateId: action.updateId,
    status: 'sent',
    ...more,
  })

  return { headers, send, act, by, versionOf, begin, query, enrollmentOf, factsOf, delivery, receipt }
}
