import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { LessonEffect } from '../../src/contracts/lessonEffect.ts'
import type { LessonEvent } from '../../src/contracts/lessonEvent.ts'
import type { RunnerActionsResponse } from '../../src/contracts/runnerActions.ts'
import { recomputeProgress, type DatedFact } from '../../src/lesson/engine/recomputeProgress.ts'
import type { Condition, RuleGroup } from '../../src/lesson/engine/rules/rule.ts'
import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import { buildRule } from '../../src/lesson/testing/buildRule.ts'
import { processState } from '../../src/processState.ts'
import type { Step } from '../../src/payload-types.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

const dayMs = 24 * 3_600_000
let lastLearner = 986_000

const done = (step: string): Condition => ({ kind: 'completion', step, state: 'done' })

describe('unlock rules', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
  })
  const { clockOffsetMs } = processState()
  afterEach(() => {
    processState().clockOffsetMs = clockOffsetMs
  })
  const pass = (ms: number) => {
    processState().clockOffsetMs += ms
  }

  const setRule = (step: Step | undefined, conditions: (Condition | RuleGroup)[], parts = {}) =>
    payload.update({
      collection: 'steps',
      id: String(step?.id),
      data: { unlockConditions: { ...buildRule(conditions, parts) } },
    })

  describe('for a learner', () => {
    /** A course of a text, a quiz, and a step for each rule; published when its rules are set. */
    const teach = async (rules: (ids: string[]) => { conditions: Condition[]; show?: 'hidden' }[]) => {
      const quiz = quizStep('Quiz', [question('Which?', ['*Right', 'Wrong'])], { passingPercentage: 100 })
      const steps = ['Text', quiz, ...rules(['', '']).map((_, index) => `Step ${index + 3}`)]
      const course = { timeZone: 'Europe/Berlin' }
      const built = await buildTaughtCourse(payload, { course, steps, isPublished: false })
      const { token } = built.author
      const ids = built.steps.map(({ id }) => String(id))
      for (const [index, { conditions, ...parts }] of rules(ids).entries())
        await setRule(built.steps[index + 2], conditions, parts)
      const published = await callApi('POST', `/courses/${built.course.id}/publish`, { token })
      expect(published).toMatchObject({ status: 200 })
      return { ...built, ids }
    }
    const enter = async (botId: string) => {
      const telegramUserId = (lastLearner += 1)
      let version = 0
      const act = async (event?: LessonEvent): Promise<LessonEffect[]> => {
        const { body } = await callApi<RunnerActionsResponse>('POST', '/runner/actions', {
          headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
          body: { actions: [buildAction({ botId, telegramUserId, event })], receipts: [] },
        })
        const effects = body.results[0]?.effects ?? []
        for (const effect of effects) if ('version' in effect) version = effect.version
        return effects
      }
      const tap = (action: 'begin' | 'next' | 'resume' | 'quiz') =>
        act({ type: 'tap', tap: { action, version } })
      const open = (stepId: string) => act({ type: 'tap', tap: { action: 'open', version, stepId } })
      const stored = async () => {
        const { rows } = await payload.db.pool.query<{ id: string; state: LearnerState }>(
          `SELECT e.id, e.state FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = $1`,
          [telegramUserId],
        )
        const { rows: facts } = await payload.db.pool.query<DatedFact & { at: Date }>(
          `SELECT type, step_id AS "stepId", release_id AS "releaseId", data, at FROM facts WHERE enrollment_id = $1 ORDER BY at, id`,
          [rows[0]?.id],
        )
        const dated = facts.map((fact) => ({ ...fact, at: fact.at.toISOString() }))
        return { state: rows[0]!.state, recomputed: recomputeProgress(dated) }
      }
      await act()
      return { act, tap, open, stored }
    }

    it('should open steps by what they did, by results and by time, and keep them open', async () => {
      const soon = new Date(Date.now() + 3 * dayMs).toISOString()
      const taught = await teach(([text = '', quiz = '']) => [
        { conditions: [done(text)] },
        { conditions: [{ kind: 'completion', step: quiz, state: 'failed' }], show: 'hidden' },
        { conditions: [{ kind: 'grade', step: quiz, min: 100 }] },
        { conditions: [{ kind: 'delay', after: 'enrolment', amount: 1, unit: 'days' }] },
        { conditions: [{ kind: 'date', from: soon }] },
      ])
      const [text = '', , byDone = '', byFailure = '', byGrade = '', byDelay = '', byDate = ''] = taught.ids
      const learner = await enter(taught.bot.id)
      await learner.tap('begin')
      expect(await learner.open(byDone)).toMatchObject([
        { type: 'toast', key: 'stepLocked', lock: { opensAt: null, timeZone: 'Europe/Berlin' } },
      ])
      expect(await learner.open(byFailure)).toMatchObject([{ type: 'toast', key: 'stepGone' }])
      await learner.tap('next')
      expect(await learner.open(byDone)).toMatchObject([{ type: 'step', stepId: byDone }])
      await learner.open(text)
      await learner.tap('next')
      expect(await learner.open(byDate)).toMatchObject([
        { type: 'toast', lock: { opensAt: soon, missing: null } },
      ])
      expect(Object.keys((await learner.stored()).state.unlocked ?? {})).toEqual([byDone])

      pass(dayMs)
      expect(await learner.open(byDelay)).toMatchObject([{ type: 'step', stepId: byDelay }])
      pass(2 * dayMs)
      expect(await learner.open(byDate)).toMatchObject([{ type: 'step', stepId: byDate }])
      const { state, recomputed } = await learner.stored()
      expect(Object.keys(state.unlocked ?? {}).sort()).toEqual([byDone, byDelay, byDate].sort())
      expect(recomputed.unlocked).toEqual(state.unlocked)
      expect(await learner.open(byGrade)).toMatchObject([{ type: 'toast', key: 'stepLocked' }])

      // Its author thinks better of it: what is open stays so.
      await setRule(taught.steps[2], [{ kind: 'date', from: '2090-01-01T00:00:00.000Z' }])
      const again = await callApi('POST', `/courses/${taught.course.id}/publish`, {
        token: taught.author.token,
      })
      expect(again).toMatchObject({ status: 200, body: { release: { number: 2 } } })
      expect(await learner.open(byDone)).toMatchObject([{ type: 'step', stepId: byDone }])
    })

    it('should say what they have to wait for, and send nothing that tells how rules are made', async () => {
      const soon = new Date(Date.now() + dayMs).toISOString()
      const taught = await teach(() => [{ conditions: [{ kind: 'date', from: soon }] }])
      await payload.update({ collection: 'steps', id: taught.ids[1] ?? '', data: { isRequired: false } })
      await callApi('POST', `/courses/${taught.course.id}/publish`, { token: taught.author.token })
      const learner = await enter(taught.bot.id)
      await learner.tap('begin')
      await learner.tap('next')
      expect(await learner.tap('next')).toMatchObject([
        { type: 'waiting', stepId: taught.ids[2], lock: { opensAt: soon, timeZone: 'Europe/Berlin' } },
      ])
      const { docs } = await payload.find({
        collection: 'releases',
        where: { course: { equals: taught.course.id } },
        sort: '-number',
      })
      expect(JSON.stringify(docs[0]?.content)).toContain('"unlock"')
      const shown = await callApi('GET', `/runner/releases/${docs[0]?.id}`, {
        headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
      })
      expect(shown.status).toBe(200)
      expect(JSON.stringify(shown.body)).not.toContain('"unlock"')
      pass(dayMs)
      expect(await learner.tap('resume')).toMatchObject([{ type: 'step', stepId: taught.ids[2] }])
    })
  })

  describe('as they are saved', () => {
    const save = (id: string, token: string, unlockConditions: unknown, language = 'en') =>
      callApi<{ error: { code: string; message: string } }>('PATCH', `/steps/${id}`, {
        token,
        headers: { 'accept-language': language },
        body: { unlockConditions },
      })

    it.each(['en', 'ru'] as const)('should name in %s the steps of a circle', async (language) => {
      const { author, steps } = await buildCourse(payload, { steps: ['First', 'Second', 'Third'] })
      const [first = '', second = '', third = ''] = steps.map(({ id }) => String(id))
      const { token } = author
      expect((await save(third, token, buildRule([done(first)]))).status).toBe(200)
      const { status, body } = await save(first, token, buildRule([done(third)]), language)
      expect([status, body.error.code]).toEqual([422, 'unlockCycle'])
      expect(body.error.message).toContain('“First” → “Third” → “First”')
      expect(body.error.message).toMatch(language === 'ru' ? /[а-яё]{4}/ : /never open/)
      // A required step in between has its place in the order, and so waits for the first.
      expect((await save(first, token, buildRule([done(second)]))).status).toBe(422)
      expect((await save(first, token, null)).status).toBe(200)
    })

    it('should let only one of two people close a circle from its ends', async () => {
      const { author, steps } = await buildCourse(payload, {
        steps: [
          { title: 'A', isRequired: false },
          { title: 'B', isRequired: false },
        ],
      })
      const [a = '', b = ''] = steps.map(({ id }) => String(id))
      const { token } = author
      const answers = await Promise.all([
        save(a, token, buildRule([done(b)])),
        save(b, token, buildRule([done(a)])),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    })

    it('should refuse what is no rule, and steps of other courses', async () => {
      const { author, steps } = await buildCourse(payload)
      const other = await buildCourse(payload, { author })
      const id = String(steps[1]?.id)
      const { token } = author
      for (const rule of [{ op: 'all' }, 'all', [], { ...buildRule([done('x')]), show: 'never' }])
        expect((await save(id, token, rule)).status).toBe(400)
      const foreign = await save(id, token, buildRule([done(String(other.steps[0]?.id))]))
      expect([foreign.status, foreign.body.error.code]).toEqual([422, 'unlockStepUnknown'])
    })

    it('should be nobody else’s to set', async () => {
      const { steps } = await buildCourse(payload)
      const stranger = await createUser(payload)
      const rule = buildRule([{ kind: 'date', from: '2026-03-01T00:00:00.000Z' }])
      expect((await save(String(steps[1]?.id), stranger.token, rule)).status).toBe(403)
      expect((await save(String(steps[1]?.id), '', rule)).status).toBe(403)
    })

    it('should be named by the gate when they can never be fulfilled', async () => {
      const { author, course, steps } = await buildCourse(payload, { steps: ['A', 'B', 'C', 'D'] })
      const [a = '', b = ''] = steps.map(({ id }) => String(id))
      await setRule(steps[0], [{ kind: 'completion', step: 'previous', state: 'done' }])
      await setRule(steps[2], [done(b), { kind: 'tag', name: 'vip' }, { kind: 'purchase', of: 'step' }])
      await setRule(steps[3], [{ kind: 'grade', step: a, min: 50 }])
      await payload.update({ collection: 'steps', id: b, data: { deletedAt: new Date().toISOString() } })
      const { status, body } = await callApi<{
        error: { details: { problems: { code: string; field: string; stepId: string }[] } }
      }>('POST', `/courses/${course.id}/publish`, { token: author.token })
      expect(status).toBe(422)
      const { problems } = body.error.details
      expect(problems.map(({ code, stepId }) => [code, steps.findIndex(({ id }) => id === stepId)])).toEqual([
        ['rulePreviousMissing', 0],
        ['ruleStepGone', 2],
        ['ruleTag', 2],
        ['rulePurchase', 2],
        ['ruleNoResult', 3],
      ])
      for (const { field } of problems) expect(field).toBe('unlockConditions')
    })
  })
})
