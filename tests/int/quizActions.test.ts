import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { LessonEffect } from '../../src/contracts/lessonEffect.ts'
import type { LessonEvent, Tap } from '../../src/contracts/lessonEvent.ts'
import type { RunnerAction, RunnerActionsResponse, RunnerReceipt } from '../../src/contracts/runnerActions.ts'
import { recomputeProgress, type DatedFact } from '../../src/lesson/engine/recomputeProgress.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

type Question = Extract<LessonEffect, { type: 'question' }>
type Effects = LessonEffect[]

let lastLearner = 970_000
const newLearner = () => (lastLearner += 1)

describe('quizzes over the actions endpoint', () => {
  let payload: Payload
  let taught: Awaited<ReturnType<typeof buildTaughtCourse>>
  beforeAll(async () => {
    payload = await getTestPayload()
    const questions = [
      question('The capital of Korea?', ['Tokyo', '*Seoul']),
      question('Vowels?', ['*ㅏ', 'ㄱ', '*ㅗ'], { explanation: 'why '.repeat(100) }),
    ]
    const steps = [quizStep('Quiz', questions, { passingPercentage: 100 }), { title: 'After' }]
    taught = await buildTaughtCourse(payload, { steps })
  })

  const send = async (actions: RunnerAction[], receipts: RunnerReceipt[] = []) => {
    const answer = await callApi<RunnerActionsResponse>('POST', '/runner/actions', {
      headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
      body: { actions, receipts },
    })
    expect(answer.status).toBe(200)
    return answer.body.results
  }
  const by = (telegramUserId: number, event?: LessonEvent) =>
    buildAction({ botId: taught.bot.id, telegramUserId, event })
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await payload.db.pool.query<Row>(text, values)).rows

  /** A learner who taps what they were shown last. */
  const enter = async () => {
    const id = newLearner()
    let version = 0
    const take = (effects: Effects) => {
      for (const effect of effects) if ('version' in effect) version = effect.version
      return effects
    }
    const act = async (event?: LessonEvent) => {
      const action = by(id, event)
      const [result] = await send([action])
      return { ...result!, effects: take(result!.effects), action }
    }
    const tap = (action: 'begin' | 'next' | 'quiz' | 'submit') =>
      act({ type: 'tap', tap: { action, version } })
    const choose = (action: 'answer' | 'select', option: number) =>
      act({ type: 'tap', tap: { action, version, option } as Tap })
    const receipt = (action: RunnerAction, asked: Question, pollId: string): RunnerReceipt => ({
      ...{ botId: taught.bot.id, telegramUserId: id, updateId: action.updateId, status: 'sent' },
      polls: [{ stepId: asked.stepId, attempt: asked.attempt, questionId: asked.questionId, pollId }],
    })
    const vote = (pollId: string, ...options: number[]) => act({ type: 'pollAnswer', pollId, options })
    await act()
    await tap('begin')
    return { id, act, tap, choose, receipt, vote }
  }
  const asked = (effects: Effects): Question => {
    const found = effects.find((effect): effect is Question => effect.type === 'question')
    return found ?? expect.fail(`no question in ${JSON.stringify(effects)}`)
  }
  const progressOf = async (learner: number) => {
    const [row] = await query<{ score: number | null; attempts: number; isCompleted: boolean }>(
      `SELECT p.score::int, p.attempts_count::int AS attempts, p.is_completed AS "isCompleted" FROM progress p
       JOIN users u ON u.id = p.user_id WHERE u.telegram_id = $1 AND p.step = $2`,
      [learner, taught.steps[0]?.id],
    )
    return row
  }
  const factsOf = (learner: number) =>
    query<DatedFact>(
      `SELECT f.at, f.type, f.step_id AS "stepId", f.release_id AS "releaseId", f.data
       FROM facts f JOIN users u ON u.id = f.user_id WHERE u.telegram_id = $1 ORDER BY f.at, f.update_id`,
      [learner],
    )

  it('should keep attempts as facts, and the best score with the progress', async () => {
    const learner = await enter()
    const begun = await learner.tap('quiz')
    await send([], [learner.receipt(begun.action, asked(begun.effects), 'k1')])
    await learner.vote('k1', 1)
    await learner.choose('select', 1)
    const failed = await learner.tap('submit')
    expect(failed.effects).toMatchObject([
      { type: 'quizFeedback', isCorrect: false },
      { type: 'quizResult', percent: 50, isPassed: false, next: null },
    ])
    expect(await progressOf(learner.id)).toEqual({ score: 50, attempts: 1, isCompleted: false })

    const again = await learner.tap('quiz')
    await send([], [learner.receipt(again.action, asked(again.effects), 'k2')])
    await learner.vote('k2', 1)
    await learner.choose('select', 0)
    await learner.choose('select', 2)
    expect((await learner.tap('submit')).effects).toMatchObject([{}, { percent: 100, isPassed: true }])
    expect(await progressOf(learner.id)).toEqual({ score: 100, attempts: 2, isCompleted: true })

    await learner.tap('quiz')
    await learner.choose('answer', 0)
    await learner.choose('select', 1)
    await learner.tap('submit')
    expect(await progressOf(learner.id)).toEqual({ score: 100, attempts: 3, isCompleted: true })

    const facts = await factsOf(learner.id)
    const answers = facts.filter(({ type }) => type === 'quiz_answered')
    expect(answers.map(({ data }) => [data.attempt, data.isCorrect])).toEqual([
      ...[
        [1, true],
        [1, false],
      ],
      ...[
        [2, true],
        [2, true],
      ],
      ...[
        [3, false],
        [3, false],
      ],
    ])
    expect(answers[0]?.data.options).toEqual([expect.any(String)])
    expect(recomputeProgress(facts).quizzes).toEqual({
      [String(taught.steps[0]?.id)]: { finished: 3, best: 100, score: 100 },
    })
  })

  it('should count an answer once, however often it is brought', async () => {
    const learner = await enter()
    const begun = await learner.tap('quiz')
    await send([], [learner.receipt(begun.action, asked(begun.effects), 'r1')])
    const vote = by(learner.id, { type: 'pollAnswer', pollId: 'r1', options: [1] })
    const results = (await Promise.all(Array.from({ length: 5 }, () => send([vote])))).flat()
    const done = results.filter(({ status }) => status === 'done')
    expect(done).toHaveLength(1)
    // Whoever found the row held asks again, and is told what the first was told.
    const [last] = await send([vote])
    expect(last).toMatchObject({ status: 'duplicate', effects: done[0]?.effects })
    const facts = await factsOf(learner.id)
    expect(facts.filter(({ type }) => type === 'quiz_answered')).toHaveLength(1)
  })

  it('should have an answer brought again until the receipt of its poll is there', async () => {
    const learner = await enter()
    const begun = await learner.tap('quiz')
    const early = await learner.vote('w1', 1)
    expect(early).toMatchObject({ status: 'failed', effects: [] })
    const receipt = learner.receipt(begun.action, asked(begun.effects), 'w1')
    // The receipt may come in the very batch of the answer.
    const [late] = await send([early.action], [receipt])
    expect(late).toMatchObject({ status: 'done', effects: [{ type: 'question', index: 1 }] })
    const [dead] = await query<{ count: number }>(
      'SELECT count(*)::int FROM dead_letters WHERE update_id = $1',
      [early.action.updateId],
    )
    expect(dead?.count).toBe(0)
  })

  it('should make nobody a learner to whom a poll was forwarded', async () => {
    const stranger = newLearner()
    const vote = by(stranger, { type: 'pollAnswer', pollId: 'x', options: [0] })
    expect(await send([vote])).toMatchObject([{ status: 'done', effects: [] }])
    // Nor in a batch with somebody who becomes one.
    const [, again] = await send([by(newLearner()), vote])
    expect(again).toMatchObject({ status: 'done', effects: [] })
    expect(await query('SELECT 1 FROM users WHERE telegram_id = $1', [stranger])).toEqual([])
  })

  it('should not lose the answer of a learner whose row is held elsewhere', async () => {
    const learner = await enter()
    const other = await payload.db.pool.connect()
    try {
      await other.query('BEGIN')
      await other.query(
        'SELECT 1 FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = $1 FOR UPDATE OF e',
        [learner.id],
      )
      expect(await learner.vote('held', 0)).toMatchObject({ status: 'busy' })
      await other.query('ROLLBACK')
    } finally {
      other.release(true)
    }
  })

  it('should give a release to the runner without what is right, and why', async () => {
    const [row] = await query<{ id: string }>('SELECT current_release_id AS id FROM courses WHERE id = $1', [
      taught.course.id,
    ])
    const release = await callApi('GET', `/runner/releases/${row?.id}`, {
      headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
    })
    expect(JSON.stringify(release.body)).toContain('Seoul')
    expect(JSON.stringify(release.body)).not.toMatch(/isCorrect|explanation|why why/)
  })
})
