import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { recomputeProgress, type DatedFact } from '../../src/lesson/engine/recomputeProgress.ts'
import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { linkBot } from '../factories/linkBot.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startOwnRedis } from '../helpers/ownRedis.ts'
import { shownText } from '../helpers/shownText.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const learnerCount = 60
const stepTitles = ['One', 'Two', 'Three', 'Four', 'Five']
const bot = 'crash_bot'
/** What each view says, in the order in which taps lead through them. */
const views = ['A course for tests', ...stepTitles.map((title) => `The text of ${title}.`), '100%']

type Learner = { person: number; taps: number; shown: number }
type Row = {
  person: number
  state: LearnerState
  status: string
  percent: number
  completedAt: string | null
  facts: DatedFact[]
  progress: {
    step: string
    isCompleted: boolean
    openedAt: string
    completedAt: string | null
    timeSpent: number
  }[]
}

describe('a course while processes die', () => {
  let stack: Stack
  let payload: Payload
  let redis: Awaited<ReturnType<typeof startOwnRedis>>
  beforeAll(async () => {
    payload = await getTestPayload()
    redis = await startOwnRedis(process.env.REDIS_URL ?? '')
    stack = await startStack({ REDIS_URL: redis.url })
  })
  afterAll(async () => {
    await stack.stop()
    await redis.stop()
  })

  const buttonOf = (message: ChatMessage, label: RegExp) =>
    message.reply_markup?.inline_keyboard.flat().find(({ text }) => label.test(text))?.text ?? ''

  /** Waits for a view; the retries of what was cut off become due meanwhile. */
  const view = (learner: Learner) => {
    const expected = views[learner.shown] ?? ''
    return waitFor(
      `"${expected}" in the chat of ${learner.person}`,
      async () => {
        const messages = await stack.emulator.messages(bot, learner.person)
        return messages.findLast((message) => message.from.is_bot && shownText(message).includes(expected))
      },
      90_000,
    )
  }

  const walk = async (learner: Learner): Promise<void> => {
    await stack.emulator.send(bot, learner.person, '/start')
    let message = await view(learner)
    for (let tap = 0; tap < learner.taps; tap += 1) {
      const target = { message_id: message.message_id, text: buttonOf(message, /Start|Next|Finish/) }
      // Some people tap twice. The question of the progress bar may go unanswered when a process dies.
      const touches = learner.person % 3 === 0 ? 2 : 1
      const answers = Array.from({ length: touches }, () =>
        stack.emulator.tap(bot, learner.person, target).catch(() => undefined),
      )
      learner.shown += 1
      message = await view(learner)
      await Promise.race([Promise.all(answers), message])
    }
  }

  const readRows = async (courseId: string): Promise<Row[]> => {
    const { rows } = await payload.db.pool.query<Row>(
      `SELECT u.telegram_id::float8 AS person, e.state, e.status::text AS status, e.progress_percent::int AS percent,
              to_json(e.completed_at) AS "completedAt",
              (SELECT coalesce(json_agg(json_build_object('type', f.type, 'stepId', f.step_id, 'releaseId', f.release_id,
                 'data', f.data, 'at', f.at) ORDER BY f.at, f.update_id, f.type = 'step_opened'), '[]')
               FROM facts f WHERE f.enrollment_id = e.id) AS facts,
              (SELECT coalesce(json_agg(json_build_object('step', p.step, 'isCompleted', p.is_completed, 'openedAt', p.opened_at,
                 'completedAt', p.completed_at, 'timeSpent', p.time_spent)), '[]')
               FROM progress p WHERE p.user_id = e.user_id AND p.course_id = e.course_id) AS progress
       FROM enrollments e JOIN users u ON u.id = e.user_id WHERE e.course_id = $1`,
      [courseId],
    )
    return rows
  }
  const completedSteps = async () => {
    const { rows } = await payload.db.pool.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM facts WHERE type = 'step_completed'",
    )
    return rows[0]?.count ?? 0
  }
  const instant = (time: string | null) => (time === null ? null : Date.parse(time))

  it('should bring every learner where their taps lead, and count no step twice', async () => {
    const { author, course, steps } = await buildCourse(payload, { steps: stepTitles, isPublished: true })
    await linkBot(stack, { author, courseId: course.id, username: bot })
    const learners: Learner[] = await Promise.all(
      Array.from({ length: learnerCount }, async (_, index) => {
        const { id } = await stack.emulator.createPerson({ first_name: `Learner ${index}`, language_code: 'en' })
        return { person: id, taps: index % views.length, shown: 0 }
      }),
    )
    const total = learners.reduce((sum, { taps }) => sum + Math.max(0, taps - 1), 0)
    let isOver = false
    const walks = Promise.all(learners.map(walk)).finally(() => (isOver = true))
    walks.catch(() => undefined)
    const reached = (part: number) =>
      waitFor(`${part * 100} % of the way`, async () => (await completedSteps()) >= total * part)
    /** What was put off while a process was away becomes due. */
    const catchUp = async () => {
      const before = await completedSteps()
      await waitFor('learners to get on', async () => {
        await stack.emulator.advanceClock(500)
        return isOver || (await completedSteps()) > before
      })
    }

    await reached(0.1)
    await stack.runner.kill()
    await stack.runner.start()
    await catchUp()
    await reached(0.4)
    await stack.web.kill()
    await stack.web.start()
    await catchUp()
    await reached(0.7)
    await redis.kill()
    await redis.start()
    // To be seen above: none of this came after the end.
    expect(isOver).toBe(false)
    // Streams of single learners may still wait for a later try.
    const catchingUp = waitFor('everybody to arrive', async () => {
      if (!isOver) await stack.emulator.advanceClock(500)
      return isOver
    }) // prettier-ignore
    await Promise.all([walks, catchingUp])

    const rows = new Map((await readRows(course.id)).map((row) => [row.person, row]))
    expect(rows.size).toBe(learnerCount)
    for (const { person, taps } of learners) {
      const { state, status, percent, completedAt, facts, progress } = rows.get(person) as Row
      const [opened, completed] = [Math.min(taps, steps.length), Math.max(0, taps - 1)]
      expect({ status, percent }).toEqual({
        status: taps === steps.length + 1 ? 'completed' : 'active',
        percent: (completed * 100) / steps.length,
      })
      const stepsOf = (type: string) => facts.filter((fact) => fact.type === type).map(({ stepId }) => stepId)
      const ids = steps.map(({ id }) => id)
      expect(stepsOf('step_opened').toSorted()).toEqual(ids.slice(0, opened).toSorted())
      expect(stepsOf('step_completed').toSorted()).toEqual(ids.slice(0, completed).toSorted())

      const recomputed = recomputeProgress(facts)
      expect(recomputed).toMatchObject({ status, isBlocked: false })
      expect(instant(recomputed.completedAt)).toBe(instant(completedAt))
      expect(Object.keys(state.steps).toSorted()).toEqual(Object.keys(recomputed.steps).toSorted())
      for (const [stepId, step] of Object.entries(recomputed.steps)) {
        const kept = state.steps[stepId]
        const row = progress.find((candidate) => candidate.step === stepId)
        const times = [instant(step.openedAt), instant(step.completedAt)]
        expect([instant(kept?.openedAt ?? null), instant(kept?.completedAt ?? null)]).toEqual(times)
        expect([instant(row?.openedAt ?? null), instant(row?.completedAt ?? null)]).toEqual(times)
        expect(row?.isCompleted).toBe(step.completedAt !== null)
        if (step.completedAt !== null) expect([kept?.timeSpent, row?.timeSpent]).toEqual([step.timeSpent, step.timeSpent])
      }
      expect(progress).toHaveLength(Object.keys(recomputed.steps).length)
    }
    await waitFor('nothing to be left undone', async () => {
      await payload.db.pool.query("UPDATE outbox SET queued_at = queued_at - interval '61 s'")
      await stack.emulator.advanceClock(1000)
      return (await payload.count({ collection: 'outbox' })).totalDocs === 0
    })
    expect((await payload.count({ collection: 'deadLetters' })).totalDocs).toBe(0)
  }) // prettier-ignore
})
